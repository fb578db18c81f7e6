import { describe, expect, it } from 'vitest';
import { type BackendReport, describeBackend } from './backend-report';

const report: BackendReport = {
  name: 'wasm',
  kind: 'wasm',
  threads: 2,
  simd: 'relaxed-simd',
  reason: 'the first one available of tensorflow-gpu, wasm, tensorflow, cpu',
  refused: [
    {
      name: 'tensorflow-gpu',
      reason: '@tensorflow/tfjs-node-gpu is not installed',
      remedy: 'Run `npm install @tensorflow/tfjs-node-gpu`',
    },
  ],
  notes: [],
};

describe('describeBackend', () => {
  it('says which, why, and what was refused', () => {
    expect(describeBackend(report)).toMatchInlineSnapshot(`
      "Backend: wasm, 2 threads, relaxed SIMD
      Chosen: the first one available of tensorflow-gpu, wasm, tensorflow, cpu
      Not available: tensorflow-gpu
        because @tensorflow/tfjs-node-gpu is not installed
        Run \`npm install @tensorflow/tfjs-node-gpu\`"
    `);
  });

  it('adds the notes', () => {
    expect(
      describeBackend({
        ...report,
        name: 'cpu',
        kind: 'cpu',
        threads: 1,
        simd: 'none',
        reason: 'named by the program',
        refused: [],
        notes: ['TENLAB_THREADS has no effect on cpu: it runs on one thread'],
      }),
    ).toMatchInlineSnapshot(`
      "Backend: cpu, 1 thread
      Chosen: named by the program
      Note: TENLAB_THREADS has no effect on cpu: it runs on one thread"
    `);
  });
});
