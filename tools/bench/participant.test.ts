import { afterEach, expect, test, vi } from 'vitest';
import type { Net } from './nets/net';
import { CannotError, Participant } from './participant';

let participant: Participant | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  participant?.stop();
  participant = undefined;
});

const tiny: Net = {
  name: 'tiny',
  batch: 2,
  input: { kind: 'real', shape: [3] },
  target: { kind: 'class', count: 4 },
  layers: [['Dense', { units: 4, use_bias: false }]],
  optimizer: ['SGD', { learning_rate: 0.1 }],
  loss: ['SparseCategoricalCrossentropy', { from_logits: true }],
};

test('stock TF.js answers from a process of its own, and goes on after what it cannot do', async () => {
  participant = await Participant.start('tfjs-wasm', { threads: 1 });
  expect(participant.version).toBe('TF.js 4.22 on its own wasm backend');
  expect(await participant.build({ net: tiny, steps: 3 })).toEqual({ params: 12 });
  const { ms, loss } = await participant.train(2);
  expect(ms).toBeGreaterThan(0);
  // Four classes by chance: the loss is near log 4.
  expect(loss).toBeGreaterThan(0.5);
  expect(loss).toBeLessThan(3);
  expect((await participant.predict(1)).ms).toBeGreaterThan(0);
  // Node alone takes some 40 MiB.
  expect(await participant.peakMemory()).toBeGreaterThan(40);
  const cannot = participant.build({ net: { ...tiny, name: 'odd', layers: [['MultiHeadAttention', {}]] }, steps: 1 });
  await expect(cannot).rejects.toThrow(CannotError);
  await expect(cannot).rejects.toThrow('tfjs-wasm: TF.js has no layer MultiHeadAttention');
  expect(await participant.build({ net: tiny, steps: 1 })).toEqual({ params: 12 });
});

test('a participant that does not start says what it wrote', async () => {
  await expect(Participant.start('keras-jax', { threads: 1, python: process.execPath })).rejects.toThrow(
    /keras-jax: must answer\. Received: its process ended\. It wrote:\n[\s\S]*Unknown file extension/,
  );
  await expect(Participant.start('keras-jax', { threads: 1, python: '/no/such/python' })).rejects.toThrow('ENOENT');
});

test('a peer that is not built says how to build it', async () => {
  vi.stubEnv('TENLAB_CACHE', '/no/such/cache');
  await expect(Participant.start('tfjs-node', { threads: 1 })).rejects.toThrow(
    /tfjs-node: its native addon must be built once, .* Run `pnpm bench:tfjs-node --python /,
  );
});

test('Keras needs a Python', async () => {
  await expect(Participant.start('keras-tensorflow', { threads: 1 })).rejects.toThrow(
    'keras-tensorflow: needs a Python with Keras. Received: no --python. Add --python path/to/venv/bin/python.',
  );
});
