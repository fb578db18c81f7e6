import { useBackend } from '@tenlab/core';
import { Dataset } from '@tenlab/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
});

type Points = solution.Point[];
const pairs = (points: Points) =>
  Dataset.fromIterable(points).map(({ x, y, kind }): [Float32Array, number] => [Float32Array.of(x, y), kind]);

it.each<[string, string, Work]>([
  ['broadcast', 'aligned-left', { shapeOfSum: (a: number[], b: number[]) => solution.shapeOfSum(a.reverse(), b) }],
  ['broadcast', 'one-not-repeated', { shapeOfSum: (a: number[]) => a }],
  ['broadcast', 'no-error', { shapeOfSum: (a: number[], b: number[]) => solution.shapeOfSum(a, b) ?? [] }],
  ['classes', 'value-not-place', { classesOf: (answers: tf.Tensor) => tf.max(answers, 1) }],
  ['classes', 'wrong-axis', { classesOf: (answers: tf.Tensor) => tf.argMax(answers, 0) }],
  ['classes', 'counted-from-one', { classesOf: (a: tf.Tensor2D) => solution.classesOf(a).map((place) => place + 1) }],
  ['classes', 'wrong-classes', { classesOf: () => [0, 0] }],
  [
    'one-hot',
    'counted-from-one',
    {
      oneHot: (labels: number[], classes: number) =>
        solution.oneHot(
          labels.map((label) => Math.max(0, label - 1)),
          classes,
        ),
    },
  ],
  ['one-hot', 'wrong-rows', { oneHot: (labels: number[]) => [labels] }],
  ['where', 'not-a-tensor', { withoutNegatives: (x: tf.Tensor) => x.dataSync() }],
  ['where', 'absolute', { withoutNegatives: (x: tf.Tensor) => tf.abs(x) }],
  ['where', 'answers-not-values', { withoutNegatives: (x: tf.Tensor) => tf.cast(tf.greater(x, 0), 'float32') }],
  ['where', 'wrong-choice', { withoutNegatives: (x: tf.Tensor) => x }],
  ['pipeline', 'not-a-dataset', { pipeline: (points: Points) => points }],
  ['pipeline', 'not-pairs', { pipeline: (points: Points) => Dataset.fromIterable(points).batch(4) }],
  [
    'pipeline',
    'rest-lost',
    { pipeline: (points: Points) => pairs(points).shuffle(10, { seed: 1 }).batch(4, { dropRemainder: true }) },
  ],
  ['pipeline', 'wrong-batches', { pipeline: (points: Points) => pairs(points).shuffle(10, { seed: 1 }).batch(5) }],
  [
    'pipeline',
    'labels-of-others',
    {
      pipeline: (points: Points) =>
        solution.pipeline(
          points.map((point) => ({ ...point, kind: 1 - point.kind })),
          4,
        ),
    },
  ],
  ['pipeline', 'not-shuffled', { pipeline: (points: Points) => pairs(points).batch(4) }],
  ['pipeline', 'shuffled-batches', { pipeline: (points: Points) => shuffledBatches(points) }],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});

/** Whole batches in another order: the last but one first, so that sizes stay as they must be. */
function shuffledBatches(points: Points) {
  const order = [...points.slice(4, 8), ...points.slice(0, 4), ...points.slice(8)];
  return pairs(order).batch(4);
}
