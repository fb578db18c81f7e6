import { EarlyStopping } from '@tenlab/callbacks';
import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

type Given = solution.Cars;
const network =
  (last: ConstructorParameters<typeof Dense>[0], inputShape = [9], units = 64) =>
  () =>
    new Sequential([
      new Dense({ units, activation: 'relu', inputShape }),
      new Dense({ units, activation: 'relu' }),
      new Dense(last),
    ]);
const compiledWith = (options: object) => (model: Sequential) => {
  model.compile({ optimizer: 'rmsprop', loss: 'mse', metrics: ['mae'], ...options });
  return model;
};
const stopping = (monitor: string) => [new EarlyStopping({ monitor, patience: 10 })];
const fit =
  (options: object, from: (training: Given, test: Given) => Given = (training) => training) =>
  async (model: Sequential, training: Given, test: Given) => {
    const { x, y } = from(training, test);
    await model.fit(x, y, { epochs: 2, validationSplit: 0.2, callbacks: stopping('val_loss'), ...options });
    return model;
  };
const scaled = (values: number[], own: number[], by: (variance: number) => number) => {
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
  return values.map((value) => (value - mean) / by(variance));
};

it.each<[string, string, Work]>([
  [
    'unknown',
    'unknown-left',
    { withoutUnknown: (rows: number[][]) => rows.filter((row) => !row.includes(Number.NEGATIVE_INFINITY)) },
  ],
  [
    'unknown',
    'zero-dropped',
    { withoutUnknown: (rows: number[][]) => rows.filter((row) => row.every((value) => value)) },
  ],
  ['unknown', 'wrong-rows', { withoutUnknown: (rows: number[][]) => rows.slice(2, 3) }],
  ['one-hot', 'as-number', { oneHot: (origin: string, origins: string[]) => origins.indexOf(origin) }],
  [
    'one-hot',
    'counted-from-one',
    {
      oneHot: (origin: string, origins: string[]) =>
        origins.map((_, index) => (index === origins.indexOf(origin) + 1 ? 1 : 0)),
    },
  ],
  ['one-hot', 'wrong-columns', { oneHot: () => [1, 1, 1] }],
  ['normalise', 'not-normalised', { normalise: (train: number[], test: number[]) => ({ train, test }) }],
  [
    'normalise',
    'divided-by-variance',
    { normalise: (train: number[], test: number[]) => ({ train: scaled(train, train, (variance) => variance), test }) },
  ],
  [
    'normalise',
    'statistics-of-test',
    {
      normalise: (train: number[], test: number[]) => ({
        train: scaled(train, train, Math.sqrt),
        test: scaled(test, test, Math.sqrt),
      }),
    },
  ],
  [
    'normalise',
    'test-not-normalised',
    { normalise: (train: number[], test: number[]) => ({ train: scaled(train, train, Math.sqrt), test }) },
  ],
  ['model', 'wrong-input-shape', { buildModel: network({ units: 1 }, [7]) }],
  ['model', 'wrong-outputs', { buildModel: network({ units: 3 }) }],
  ['model', 'other-network', { buildModel: network({ units: 1 }, [9], 32) }],
  ['compile', 'loss-of-classes', { compileModel: compiledWith({ loss: 'sparse_categorical_crossentropy' }) }],
  ['compile', 'activation-at-the-end', { buildModel: network({ units: 1, activation: 'relu' }) }],
  ['compile', 'no-mae', { compileModel: compiledWith({ metrics: ['accuracy'] }) }],
  ['train', 'test-data-in-fit', { train: fit({}, (_, test) => test) }],
  ['train', 'no-validation', { train: fit({ validationSplit: 0, callbacks: [] }) }],
  ['train', 'no-early-stopping', { train: fit({ callbacks: [] }) }],
  ['train', 'watches-training-loss', { train: fit({ callbacks: stopping('loss') }) }],
  ['train', 'does-not-learn', { train: fit({ epochs: 1 }) }],
  [
    'error',
    'signs-cancel',
    {
      meanAbsoluteError: (truth: number[], said: number[]) =>
        truth.reduce((sum, value, index) => sum + value - said[index]!, 0) / 4,
    },
  ],
  [
    'error',
    'sum-not-mean',
    { meanAbsoluteError: (truth: number[], said: number[]) => 4 * solution.meanAbsoluteError(truth, said) },
  ],
  [
    'error',
    'squared',
    {
      meanAbsoluteError: (truth: number[], said: number[]) =>
        truth.reduce((sum, value, index) => sum + (value - said[index]!) ** 2, 0) / 4,
    },
  ],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
