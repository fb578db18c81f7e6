import { encodeWeights, loadWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Input } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { Line, Linear, ResidualBlock, Wave } from './own-layers';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

it('has a line of two numbers', () => {
  const line = new Line();
  expect([...(line.apply(tf.tensor1d([0, 2])) as tf.Tensor).dataSync()]).toEqual([0, 10]);
  expect(line.weights.map(({ path }) => path!.split('/').at(-1))).toEqual(['w', 'b']);
});

it('computes what Dense computes', () => {
  const x = tf.tensor2d([1, -2, 0.5, 3], [2, 2]);
  const [own, dense] = [new Linear({ units: 3 }), new Dense({ units: 3 })];
  own.apply(x);
  dense.apply(x);
  own.setWeights(dense.getWeights());
  expect(own.weights.map(({ shape }) => shape)).toEqual([[2, 3], [3]]);
  const values = [own, dense].map((layer) => [...(layer.apply(x) as tf.Tensor).dataSync()]);
  for (const [at, value] of values[0]!.entries()) expect(value).toBeCloseTo(values[1]![at]!, 6);
});

it('lets what comes in go around the block', () => {
  const block = new ResidualBlock({ units: 2 });
  const x = tf.tensor2d([1, -2], [1, 2]);
  block.apply(x);
  block.setWeights(block.getWeights().map((weight) => tf.zerosLike(weight)));
  expect([...(block.apply(x) as tf.Tensor).dataSync()]).toEqual([1, -2]);
});

it('is a model that can be kept and restored', async () => {
  const [wave, other] = [new Wave({ name: 'wave' }), new Wave({ name: 'wave' })];
  for (const model of [wave, other]) model.apply(Input({ shape: [1] }));
  expect(wave.countParams()).toBe(32 + 4 * 272 + 17);
  await loadWeights(other, await encodeWeights(wave));
  const x = tf.tensor2d([0.3], [1, 1]);
  expect((other.apply(x) as tf.Tensor).dataSync()).toEqual((wave.apply(x) as tf.Tensor).dataSync());
});
