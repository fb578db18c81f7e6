import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { stopWasm } from '@tenlab/backend-wasm';
import { compile, SeedGenerator, scope, setSeed, useBackend } from '@tenlab/core';
import { Callback } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { autompg } from '../nets/autompg';
import { buildModel } from '../peers/build-model';
import { makeData } from '../peers/synthetic-data';

beforeAll(async () => {
  await useBackend('wasm', { threads: 2 });
});
afterAll(() => stopWasm());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Held {
  readonly tensors: number;
  readonly data: number;
  /** Of the memory that kernels work on. */
  readonly bytes: number;
  /** Resident memory of the process, in MiB. */
  readonly mib: number;
}

function held(): Held {
  collectGarbage();
  const { device } = tf.backend() as unknown as { device: { heldBytes: number } };
  const { numTensors, numDataBuffers } = tf.memory();
  return {
    tensors: numTensors,
    data: numDataBuffers,
    bytes: device.heldBytes,
    mib: process.memoryUsage.rss() / 2 ** 20,
  };
}

function expectFlat(before: Held, after: Held): void {
  expect({ ...after, mib: 0 }).toEqual({ ...before, mib: 0 });
  // A leak of one object of 1 KiB a step would be 18 MiB.
  expect(after.mib - before.mib, `MiB more than the ${before.mib} there were`).toBeLessThan(12);
}

test('memory is flat over 20,000 steps of fit', async () => {
  class Watch extends Callback {
    readonly seen: Held[] = [];
    override onEpochEnd(epoch: number) {
      if (epoch === 9 || epoch === 99) this.seen.push(held());
    }
  }
  setSeed(1);
  const model = buildModel(autompg);
  const { x, y } = makeData(autompg, 200 * 8);
  const watch = new Watch();
  await model.fit(x, y, { epochs: 100, batchSize: 8, verbose: 0, callbacks: [watch] });
  expectFlat(...(watch.seen as [Held, Held]));
  tf.dispose([x, y]);
  model.dispose();
});

test('memory is flat over 20,000 steps of a loop by hand', () => {
  setSeed(1);
  const seeds = new SeedGenerator();
  const weights = tf.tidy(() => tf.variable(tf.truncatedNormal([8, 1], 0, 0.1, 'float32', 1)));
  const step = compile((x: tf.Tensor2D, y: tf.Tensor2D) =>
    scope(() => {
      const { value, grads } = tf.variableGrads(() => {
        const kept = tf.cast(tf.greater(seeds.uniform(x.shape), 0.2), 'float32');
        return tf.mean(tf.squaredDifference(tf.matMul(tf.mul(x, kept), weights as unknown as tf.Tensor2D), y));
      });
      weights.assign(tf.sub(weights, tf.mul(grads[weights.name]!, 0.01)));
      return value;
    }),
  );
  const [x, y] = [tf.randomUniform([16, 8], 0, 1, 'float32', 2) as tf.Tensor2D, tf.ones([16, 1]) as tf.Tensor2D];
  let before: Held | undefined;
  let loss = Number.NaN;
  for (let i = 0; i < 20_000; i++) {
    const value = step(x, y);
    loss = value.dataSync()[0]!;
    value.dispose();
    if (i === 2000) before = held();
  }
  expectFlat(before!, held());
  expect(loss).toBeLessThan(0.3);
  tf.dispose([x, y, weights]);
});
