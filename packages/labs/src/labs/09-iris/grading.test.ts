import { setSeed, useBackend } from '@tenlab/core';
import { gradientsOf, type Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

const { reorder, crossEntropy, descend, accuracy } = solution;
type Flowers = solution.Flowers;
const stepped =
  (factor: number, some: (index: number) => boolean = () => true) =>
  (model: Sequential, x: tf.Tensor2D, labels: tf.Tensor1D, rate: number) => {
    const { gradients } = gradientsOf(model.trainableWeights, () => ({
      loss: crossEntropy(model.apply(x) as tf.Tensor2D, labels),
    }));
    model.trainableWeights.forEach((weight, index) => {
      if (some(index)) weight.assign(tf.sub(weight.read(), tf.mul(gradients[index]!, factor * rate)));
    });
  };
const picked = (values: tf.Tensor2D, labels: tf.Tensor1D) => tf.sum(tf.mul(tf.oneHot(labels, 3), values), 1);

it.each<[string, string, Work]>([
  [
    'reorder',
    'labels-of-others',
    { reorder: (flowers: Flowers, order: number[]) => ({ ...reorder(flowers, order), y: flowers.y }) },
  ],
  ['reorder', 'nothing-moved', { reorder: (flowers: Flowers) => flowers }],
  ['reorder', 'order-turned-round', { reorder: (flowers: Flowers) => reorder(flowers, [1, 2, 0]) }],
  [
    'loss',
    'not-a-scalar',
    { crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) => picked(tf.logSoftmax(logits), labels) },
  ],
  [
    'loss',
    'minus-forgotten',
    { crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) => tf.neg(crossEntropy(logits, labels)) },
  ],
  [
    'loss',
    'sum-not-mean',
    { crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) => tf.mul(crossEntropy(logits, labels), 2) },
  ],
  [
    'loss',
    'mean-of-zeros',
    {
      crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) =>
        tf.neg(tf.mean(tf.mul(tf.oneHot(labels, 3), tf.logSoftmax(logits)))),
    },
  ],
  [
    'loss',
    'softmax-twice',
    { crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) => crossEntropy(tf.softmax(logits), labels) },
  ],
  [
    'loss',
    'softmax-missing',
    { crossEntropy: (logits: tf.Tensor2D, labels: tf.Tensor1D) => tf.neg(tf.mean(picked(logits, labels))) },
  ],
  ['descend', 'nothing-changes', { descend: () => {} }],
  ['descend', 'some-weights-only', { descend: stepped(1, (index) => index === 0) }],
  ['descend', 'climbs', { descend: stepped(-1) }],
  ['descend', 'rate-forgotten', { descend: stepped(10) }],
  ['descend', 'wrong-step', { descend: stepped(3) }],
  [
    'loop',
    'not-one-loss-a-step',
    {
      trainLoop: async (...[model, x, labels]: Parameters<typeof descend>) => {
        descend(model, x, labels, 0.1);
        return [0.5];
      },
    },
  ],
  [
    'loop',
    'does-not-learn',
    { trainLoop: (_: unknown, __: unknown, ___: unknown, steps: number) => new Array(steps).fill(1.1) },
  ],
  ['accuracy', 'count-not-share', { accuracy: (logits: number[][], labels: number[]) => 4 * accuracy(logits, labels) }],
  [
    'accuracy',
    'percent-not-share',
    { accuracy: (logits: number[][], labels: number[]) => 100 * accuracy(logits, labels) },
  ],
  [
    'accuracy',
    'counted-wrong-ones',
    { accuracy: (logits: number[][], labels: number[]) => 1 - accuracy(logits, labels) },
  ],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
