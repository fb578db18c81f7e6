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
  /** JavaScript's objects and what they hold outside its heap, in MiB. */
  readonly objects: number;
  /** Resident memory of the process, in MiB. */
  readonly resident: number;
}

function held(): Held {
  collectGarbage();
  const { device } = tf.backend() as unknown as { device: { heldBytes: number } };
  const { numTensors, numDataBuffers } = tf.memory();
  const { rss, heapUsed, external } = process.memoryUsage();
  const [objects, resident] = [(heapUsed + external) / 2 ** 20, rss / 2 ** 20];
  return { tensors: numTensors, data: numDataBuffers, bytes: device.heldBytes, objects, resident };
}

function expectFlat(before: Held, after: Held): void {
  const { objects, resident, ...exact } = after;
  expect(exact).toEqual({ tensors: before.tensors, data: before.data, bytes: before.bytes });
  // 100 bytes a step would be 1.7 MiB.
  expect(objects - before.objects, 'MiB of objects more than before').toBeLessThan(1.5);
  // V8 takes up to 16 MiB for its new objects when it likes, and twice that while it copies; 3 KiB a step would be 50.
  expect(resident - before.resident, 'resident MiB more than before').toBeLessThan(40);
}

test('memory is flat over 20,000 steps of fit', async () => {
  class Watch extends Callback {
    readonly seen: Held[] = [];
    override onEpochEnd(epoch: number) {
      if (epoch === 14 || epoch === 99) this.seen.push(held());
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
    if (i === 3000) before = held();
  }
  expectFlat(before!, held());
  expect(loss).toBeLessThan(0.3);
  tf.dispose([x, y, weights]);
});
