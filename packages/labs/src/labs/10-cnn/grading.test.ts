import { useBackend } from '@tenlab/core';
import { Conv2D, Dense, Flatten, MaxPooling2D, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('cpu');
});

const lenet =
  ({ padding = 'same', inputShape = [28, 28, 1], units = 10, hidden = 84 }: LeNetOptions) =>
  () =>
    new Sequential([
      new Conv2D({ filters: 6, kernelSize: 5, padding, activation: 'relu', inputShape }),
      new MaxPooling2D(),
      new Conv2D({ filters: 16, kernelSize: 5, activation: 'relu' }),
      new MaxPooling2D(),
      new Flatten(),
      new Dense({ units: 120, activation: 'relu' }),
      new Dense({ units: hidden, activation: 'relu' }),
      new Dense({ units }),
    ]);
interface LeNetOptions {
  padding?: 'same' | 'valid';
  inputShape?: number[];
  units?: number;
  hidden?: number;
}
const pooled =
  (join: (values: number[]) => number, strides: number) =>
  (rows: number[][]): number[][] => {
    const places = rows.flatMap((_, at) => (at % strides === 0 && at + 1 < rows.length ? [at] : []));
    return places.map((y) =>
      places.map((x) => join([rows[y]![x]!, rows[y]![x + 1]!, rows[y + 1]![x]!, rows[y + 1]![x + 1]!])),
    );
  };
const most = (values: number[]) => Math.max(...values);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
type Accuracies = Parameters<typeof solution.choose>[0];

it.each<[string, string, Work]>([
  ['parameters', 'bias-forgotten', { parameters: (k: number, c: number, f: number) => k * k * c * f }],
  ['parameters', 'one-bias', { parameters: (k: number, c: number, f: number) => k * k * c * f + 1 }],
  ['parameters', 'channels-forgotten', { parameters: (k: number, _: number, f: number) => (k * k + 1) * f }],
  ['parameters', 'wrong-count', { parameters: () => 7 }],
  ['size', 'off-by-one', { outputSize: (height: number, k: number) => height - k }],
  ['size', 'padding-ignored', { outputSize: (height: number, k: number) => height - k + 1 }],
  ['size', 'padding-ignored', { outputSize: (height: number) => height }],
  ['size', 'wrong-size', { outputSize: () => 14 }],
  ['pool', 'mean-not-max', { maxPool: pooled(mean, 2) }],
  ['pool', 'windows-overlap', { maxPool: pooled(most, 1) }],
  ['pool', 'wrong-pooling', { maxPool: (rows: number[][]) => rows }],
  ['lenet', 'wrong-input-shape', { buildLeNet: lenet({ inputShape: [32, 32, 1] }) }],
  ['lenet', 'wrong-outputs', { buildLeNet: lenet({ units: 9 }) }],
  ['lenet', 'padding-forgotten', { buildLeNet: lenet({ padding: 'valid' }) }],
  ['lenet', 'other-network', { buildLeNet: lenet({ hidden: 80 }) }],
  ['lenet', 'not-a-model', { buildLeNet: () => [] }],
  [
    'choose',
    'chosen-by-test',
    {
      choose: (given: Accuracies) => Object.entries(given).sort(([, one], [, other]) => other.test - one.test)[0]![0],
    },
  ],
  [
    'choose',
    'value-not-name',
    { choose: (given: Accuracies) => most(Object.values(given).map(({ validation }) => validation)) },
  ],
  ['choose', 'wrong-choice', { choose: () => 'vgg' }],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
