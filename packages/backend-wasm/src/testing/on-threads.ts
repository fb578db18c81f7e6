import type { Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { sharing } from '../program/instruction';
import { startWasm, stopWasm } from '../register';

/** Asserts that a tensor has, bit by bit, the values it had under the same name on one thread. */
export type SameBits = (name: string, tensor: Tensor) => void;

const builds = [
  { title: 'on 1 thread', options: { threads: 1 } },
  { title: 'on 2 threads', options: { threads: 2 } },
  { title: 'with strict numerics', options: { threads: 2, numerics: 'strict' } },
] as const;

/**
 * Declares a group of tests for each way the kernels can run: on one thread, on two, and in the plain SIMD build.
 * Even the smallest instruction is shared out, so that two threads really are at work.
 */
export function onThreads(name: string, tests: (sameBits: SameBits) => void): void {
  const seen = new Map<string, Uint8Array>();
  for (const { title, options } of builds) {
    const strict = 'numerics' in options;
    const sameBits: SameBits = (key, tensor) => {
      const values = tensor.dataSync();
      const bits = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      const before = seen.get(`${strict} ${key}`);
      if (before) expect(Buffer.compare(bits, before), `bits of ${key}`).toBe(0);
      else seen.set(`${strict} ${key}`, bits.slice());
    };
    describe(`${name} ${title}`, () => {
      const usual = sharing.from;
      beforeAll(async () => {
        sharing.from = 0;
        const report = await startWasm(options);
        expect(report.threads).toBe(options.threads);
      });
      afterAll(async () => {
        sharing.from = usual;
        await stopWasm();
      });
      tests(sameBits);
    });
  }
}
