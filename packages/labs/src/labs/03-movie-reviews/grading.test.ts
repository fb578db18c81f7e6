import { setSeed, useBackend } from '@tenlab/core';
import { BinaryCrossentropy, Dense, Embedding, GlobalAveragePooling1D, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

type Given = solution.Texts;
const network =
  (last: ConstructorParameters<typeof Dense>[0], inputDim = 10_000) =>
  () =>
    new Sequential([
      new Embedding({ inputDim, outputDim: 16, inputShape: [null] }),
      new GlobalAveragePooling1D(),
      new Dense({ units: 16, activation: 'relu' }),
      new Dense(last),
    ]);
const compiledWith = (options: object) => (model: Sequential) => {
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'], ...options });
  return model;
};
const fit =
  (change: (training: Given, validation: Given, test: Given) => [x: Given['x'], y: Uint8Array, watched?: Given]) =>
  async (model: Sequential, training: Given, validation: Given, test: Given) => {
    const [x, y, watched] = change(training, validation, test);
    await model.fit(x, y, { epochs: 1, ...(watched && { validationData: [watched.x, watched.y] }) });
    return model;
  };
type Losses = { loss: number[]; val_loss: number[] };

it.each<[string, string, Work]>([
  [
    'encode',
    'start-forgotten',
    { encode: (words: string[], index: Map<string, number>) => words.map((word) => index.get(word) ?? 2) },
  ],
  [
    'encode',
    'unknown-dropped',
    { encode: (words: string[], index: Map<string, number>) => [1, ...words.flatMap((word) => index.get(word) ?? [])] },
  ],
  [
    'encode',
    'unknown-not-a-number',
    { encode: (words: string[], index: Map<string, number>) => [1, ...words.map((word) => index.get(word))] },
  ],
  ['encode', 'wrong-numbers', { encode: () => [1] }],
  [
    'pad',
    'padded-in-front',
    { pad: (numbers: number[], length: number) => [...new Array(length - numbers.length).fill(0), ...numbers] },
  ],
  ['pad', 'not-filled', { pad: (numbers: number[], length: number) => numbers.slice(0, length) }],
  [
    'pad',
    'input-changed',
    {
      pad: (numbers: number[], length: number) => {
        while (numbers.length < length) numbers.push(0);
        return numbers.slice(0, length);
      },
    },
  ],
  [
    'pad',
    'not-cut',
    {
      pad: (numbers: number[], length: number) => [
        ...numbers,
        ...new Array(Math.max(0, length - numbers.length)).fill(0),
      ],
    },
  ],
  ['pad', 'start-cut', { pad: (numbers: number[], length: number) => solution.pad(numbers.slice(-length), length) }],
  ['model', 'wrong-outputs', { buildModel: network({ units: 2, activation: 'softmax' }) }],
  ['model', 'other-network', { buildModel: network({ units: 1, activation: 'sigmoid' }, 1000) }],
  ['compile', 'sigmoid-twice', { compileModel: compiledWith({ loss: new BinaryCrossentropy({ fromLogits: true }) }) }],
  ['compile', 'sigmoid-missing', { buildModel: network({ units: 1 }) }],
  ['compile', 'wrong-loss', { compileModel: compiledWith({ loss: 'sparse_categorical_crossentropy' }) }],
  ['train', 'test-data-in-fit', { train: fit((_, __, test) => [test.x, test.y]) }],
  [
    'train',
    'labels-of-others',
    { train: fit(({ x, y }, validation) => [x, Uint8Array.from(y).reverse(), validation]) },
  ],
  ['train', 'validated-on-test', { train: fit(({ x, y }, _, test) => [x, y, test]) }],
  ['train', 'no-validation', { train: fit(({ x, y }) => [x, y]) }],
  [
    'train',
    'threw',
    {
      train: () => {
        throw new RangeError('mine');
      },
    },
  ],
  ['best', 'counted-from-zero', { bestEpoch: (history: Losses) => solution.bestEpoch(history) - 1 }],
  ['best', 'training-loss', { bestEpoch: ({ loss }: Losses) => loss.indexOf(Math.min(...loss)) + 1 }],
  [
    'best',
    'largest-loss',
    { bestEpoch: (history: Losses) => history.val_loss.indexOf(Math.max(...history.val_loss)) + 1 },
  ],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
