import { EarlyStopping } from '@tenlab/callbacks';
import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Flatten, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

type Given = solution.Examples;
const network =
  (last: ConstructorParameters<typeof Dense>[0], units = 128) =>
  () =>
    new Sequential([
      new Flatten({ inputShape: [28, 28, 1] }),
      new Dense({ units, activation: 'relu' }),
      new Dense(last),
    ]);
const compiledWith = (options: object) => (model: Sequential) => {
  model.compile({ optimizer: 'adam', loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'], ...options });
  return model;
};
const fit =
  (change: (training: Given, test: Given) => [x: Given['x'], y: Uint8Array, options?: object]) =>
  async (model: Sequential, training: Given, test: Given) => {
    const [x, y, options] = change(training, test);
    const usual = { epochs: 1, validationSplit: 0.1, callbacks: [solution.stopWhenGood()] };
    await model.fit(x, y, { ...usual, ...options });
    return model;
  };
const each = (picture: number[][], value: (block: number[]) => number, step: number) => {
  const rows: number[][] = [];
  for (let y = 0; y + 1 < picture.length; y += step) {
    rows.push([]);
    for (let x = 0; x + 1 < picture.length; x += step) {
      rows.at(-1)!.push(value([picture[y]![x]!, picture[y]![x + 1]!, picture[y + 1]![x]!, picture[y + 1]![x + 1]!]));
    }
  }
  return rows;
};

it.each<[string, string, Work]>([
  [
    'pool',
    'mean-not-max',
    { maxPool: (picture: number[][]) => each(picture, (block) => block.reduce((a, b) => a + b) / 4, 2) },
  ],
  ['pool', 'blocks-overlap', { maxPool: (picture: number[][]) => each(picture, (block) => Math.max(...block), 1) }],
  ['pool', 'wrong-pool', { maxPool: (picture: number[][]) => picture }],
  [
    'model',
    'wrong-input-shape',
    { buildModel: () => new Sequential([new Dense({ units: 10, inputShape: [28, 28] })]) },
  ],
  ['model', 'wrong-outputs', { buildModel: network({ units: 9, activation: 'softmax' }) }],
  ['model', 'other-network', { buildModel: network({ units: 10, activation: 'softmax' }, 64) }],
  ['model', 'not-a-model', { buildModel: () => [new Dense({ units: 10 })] }],
  [
    'compile',
    'softmax-twice',
    { compileModel: compiledWith({ loss: new SparseCategoricalCrossentropy({ fromLogits: true }) }) },
  ],
  ['compile', 'softmax-missing', { buildModel: network({ units: 10 }) }],
  ['compile', 'wrong-loss', { compileModel: compiledWith({ loss: 'mse' }) }],
  ['stop', 'not-a-callback', { stopWhenGood: () => 'accuracy > 0.9' }],
  [
    'stop',
    'stops-too-soon',
    { stopWhenGood: () => new EarlyStopping({ monitor: 'accuracy', mode: 'min', patience: 0 }) },
  ],
  ['stop', 'never-stops', { stopWhenGood: () => new EarlyStopping({ monitor: 'loss', patience: 5 }) }],
  ['train', 'test-data-in-fit', { train: fit((_, test) => [test.x, test.y]) }],
  ['train', 'labels-shifted', { train: fit(({ x, y }) => [x, y.map((label) => label + 1)]) }],
  ['train', 'not-normalised', { train: fit(({ x, y }) => [{ ...x, data: x.data.map((value) => 255 * value) }, y]) }],
  [
    'train',
    'validated-on-test',
    { train: fit(({ x, y }, test) => [x, y, { validationSplit: 0, validationData: [test.x, test.y] }]) },
  ],
  ['train', 'no-validation', { train: fit(({ x, y }) => [x, y, { validationSplit: 0 }]) }],
  ['train', 'no-callback', { train: fit(({ x, y }) => [x, y, { callbacks: [] }]) }],
  ['answer', 'number-not-name', { nameOf: () => 9 }],
  ['answer', 'counted-from-one', { nameOf: (_: Float32Array, names: string[]) => names[10] }],
  ['answer', 'wrong-name', { nameOf: (_: Float32Array, names: string[]) => names[0] }],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
