import { needs, runInChromium } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startWasm, stopWasm } from './register';
import { trainPlainProgram } from './testing/plain-program';
import type { PageReport } from './testing/train-in-page';
import type { WasmBackend } from './wasm-backend';

const learned = { backend: 'wasm', tensorsLeft: 0 };

function expectLearned({ firstLoss, lastLoss, accuracy }: PageReport['training']): void {
  expect(firstLoss).toBeGreaterThan(0.5);
  expect(lastLoss).toBeLessThan(0.1);
  expect(accuracy).toBeGreaterThan(0.97);
}

describe('a plain TF.js program', () => {
  afterAll(stopWasm);

  test('trains in Node with our import alone', async () => {
    const training = await trainPlainProgram();
    expect(training).toMatchObject(learned);
    expectLearned(training);
  });

  test('trains to the same bits on one thread and on two', async () => {
    await startWasm({ threads: 1 });
    const one = await trainPlainProgram({ epochs: 2 });
    await startWasm({ threads: 2 });
    const two = await trainPlainProgram({ epochs: 2 });
    expect(two).toEqual(one);
  });
});

needs({ chromium: true })('a plain TF.js program in a page', () => {
  test.each([
    { place: 'page', isolated: false },
    { place: 'page', isolated: true },
    { place: 'worker', isolated: false },
    { place: 'worker', isolated: true },
  ] as const)('trains in the $place, cross-origin isolated: $isolated', async ({ place, isolated }) => {
    const entry = new URL('./testing/train-in-page.ts', import.meta.url);
    const { value } = await runInChromium<PageReport>({ entry, argument: place, isolated });
    expect(value.training).toMatchObject(learned);
    expectLearned(value.training);
    if (place === 'worker' && isolated) {
      expect(value.started.threads).toBeGreaterThan(1);
    } else {
      expect(value.started.threads).toBe(1);
      expect(value.started.note).toMatch(isolated ? /main thread may not wait/ : /not cross-origin isolated/);
    }
  });
});

describe('memory', () => {
  afterAll(stopWasm);

  test('stays flat over 500 training steps', async () => {
    await startWasm({ threads: 2 });
    const { device } = tf.backend() as WasmBackend;
    const [filter, table, weights] = [
      tf.variable(tf.randomNormal([3, 3, 2, 4])),
      tf.variable(tf.randomNormal([30, 8])),
      tf.variable(tf.randomNormal([72, 1])),
    ];
    const optimizer = tf.train.adam(0.01);
    const x = tf.randomNormal<tf.Rank.R4>([8, 10, 10, 2]);
    const ids = tf.tensor2d(
      Array.from({ length: 8 }, (_, i) => [i, 29 - i]),
      [8, 2],
      'int32',
    );
    const step = () =>
      optimizer.minimize(() => {
        const seen = tf.maxPool(tf.relu(tf.conv2d(x, filter as tf.Tensor4D, 1, 'valid')), 2, 2, 'valid');
        const read = tf.reshape(tf.gather(table, ids), [8, 16]);
        const features = tf.concat([tf.slice(tf.reshape(seen, [8, 64]), [0, 0], [8, 56]), read], 1) as tf.Tensor2D;
        return tf.mean(tf.square(tf.sub(tf.matMul(features, weights as tf.Tensor2D), 1))) as tf.Scalar;
      });
    for (let i = 0; i < 20; i++) step();
    const [bytes, memory, ids0] = [device.heldBytes, tf.memory(), tf.backend().numDataIds()];
    for (let i = 0; i < 500; i++) step();
    expect(device.heldBytes).toBe(bytes);
    expect(tf.memory()).toEqual(memory);
    expect(tf.backend().numDataIds()).toBe(ids0);
  });

  test('that cannot grow says how much was asked for, what is held, and what to do', async () => {
    await startWasm({ threads: 1 });
    const { numTensors } = tf.memory();
    expect(() => tf.fill([40_000, 40_000], 1)).toThrow('6103.5 MiB of memory for a tensor');
    let error: unknown;
    const held: tf.Tensor[] = [];
    try {
      for (;;) held.push(tf.fill([1024, 1024, 128], 1));
    } catch (caught) {
      error = caught;
    }
    expect(String(error)).toMatch(
      /512\.0 MiB of memory for a tensor. Received: \d+\.\d MiB are held already.*dispose tensors/,
    );
    // What was there still works.
    expect(tf.sum(tf.slice(held[0]!, [0, 0, 0], [1, 1, 4])).dataSync()[0]).toBe(4);
    tf.dispose(held);
    expect(tf.memory().numTensors - numTensors).toBeLessThanOrEqual(2);
    const again = tf.fill([1024, 1024, 128], 2);
    expect(tf.slice(again, [0, 0, 0], [1, 1, 1]).dataSync()[0]).toBe(2);
  });
});
