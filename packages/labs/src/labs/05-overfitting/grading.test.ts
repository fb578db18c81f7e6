import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Dropout, regularizers, Sequential } from '@tenlab/layers';
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
const held =
  ({ l2 = 0.001, rate = 0.5, on = 'kernelRegularizer' }: { l2?: number; rate?: number; on?: string }) =>
  (units: number) => {
    const options = { units, activation: 'relu', ...(l2 > 0 && { [on]: new regularizers.L2({ l2 }) }) } as const;
    const dropout = () => (rate > 0 ? [new Dropout({ rate })] : []);
    return new Sequential([
      new Dense({ ...options, inputShape: [1000] }),
      ...dropout(),
      new Dense(options),
      ...dropout(),
      new Dense({ units: 1, activation: 'sigmoid' }),
    ]);
  };
const fit =
  (watch: boolean, from: 'training' | 'validation', give: (result: { history: object }) => unknown) =>
  async (model: Sequential, training: Given, validation: Given) => {
    const { x, y } = { training, validation }[from];
    return give(await model.fit(x, y, { epochs: 1, ...(watch && { validationData: [validation.x, validation.y] }) }));
  };
const history = ({ history: own }: { history: object }) => own;

it.each<[string, string, Work]>([
  [
    'multi-hot',
    'counts-not-ones',
    {
      multiHot: (numbers: number[], words: number) => {
        const row = new Array<number>(words).fill(0);
        for (const number of numbers) if (number > 0) row[number]! += 1;
        return row;
      },
    },
  ],
  [
    'multi-hot',
    'padding-counted',
    {
      multiHot: (numbers: number[], words: number) =>
        Array.from({ length: words }, (_, word) => (numbers.includes(word) ? 1 : 0)),
    },
  ],
  ['multi-hot', 'wrong-row', { multiHot: (numbers: number[]) => numbers }],
  [
    'model',
    'wrong-input-shape',
    { buildModel: (units: number) => new Sequential([new Dense({ units, inputShape: [48] })]) },
  ],
  ['model', 'other-network', { buildModel: () => solution.buildModel(4) }],
  ['regularised', 'dropout-missing', { buildRegularised: held({ rate: 0 }) }],
  ['regularised', 'other-dropout', { buildRegularised: held({ rate: 0.2 }) }],
  ['regularised', 'l2-missing', { buildRegularised: held({ l2: 0 }) }],
  ['regularised', 'l2-on-bias', { buildRegularised: held({ on: 'biasRegularizer' }) }],
  ['regularised', 'other-l2', { buildRegularised: held({ l2: 0.01 }) }],
  [
    'regularised',
    'dropout-at-the-end',
    { buildRegularised: (units: number) => new Sequential([...held({})(units).layers, new Dropout({ rate: 0.5 })]) },
  ],
  ['train', 'validation-in-fit', { train: fit(true, 'validation', history) }],
  ['train', 'no-validation', { train: fit(false, 'training', history) }],
  ['train', 'no-history', { train: fit(true, 'training', (result) => result) }],
  ['train', 'not-trained', { train: () => ({ loss: [1] }) }],
  ['diagnose', 'not-overfitting', { diagnose: () => 'fine' }],
  [
    'diagnose',
    'not-underfitting',
    { diagnose: (...inputs: [number[], number[]]) => solution.diagnose(...inputs).replace('underfitting', 'fine') },
  ],
  [
    'diagnose',
    'not-fine',
    { diagnose: (...inputs: [number[], number[]]) => solution.diagnose(...inputs).replace('fine', 'underfitting') },
  ],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
