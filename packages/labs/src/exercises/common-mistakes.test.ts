import { useBackend } from '@tenlab/core';
import { Dense, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { checkFitOf, checkLossOfClasses, expectModel, shapeMistake } from './common-mistakes';

beforeAll(async () => {
  await useBackend('cpu');
});

const examples = (from: number) => ({
  x: { data: Float32Array.from({ length: 6 }, (_, index) => from + index), shape: [3, 2] },
  y: Uint8Array.of(0, 1, 2),
});
const [training, test] = [examples(0), examples(100)];
const judged = (x: unknown, y: unknown) => () => checkFitOf([{ inputs: [x, y] }], training, test);

it('lets the training set through, and names what else fit was given', () => {
  expect(judged(training.x, training.y)).not.toThrow();
  expect(judged(test.x, test.y)).toThrow(/Test data are in `fit`/);
  const both = { data: Float32Array.of(...training.x.data, ...test.x.data), shape: [6, 2] };
  expect(judged(both, [0, 1, 2, 0, 1, 2])).toThrow(/Test data are in `fit`/);
  expect(judged(training.x, [1, 2, 3])).toThrow(/off by 1/);
  expect(judged(training.x, [1, 2, 0])).toThrow(/moved by one place/);
  expect(judged(training.x, [2, 1, 0])).toThrow(/not in the order/);
  expect(judged(training.x, [0, 1])).toThrow(/3 examples and 2 labels/);
  expect(judged(training.x, [1, 0, 0, 0, 1, 0, 0, 0, 1])).toThrow(/row of 3 zeros and ones/);
});

it("tells what the learner's code threw where nothing else is wrong", () => {
  const failure = new Error('mine');
  expect(() => checkFitOf([], training, test, failure)).toThrow('mine');
  expect(() => checkFitOf([{ inputs: [training.x, training.y] }], training, test, failure)).toThrow('mine');
  expect(() => checkFitOf([], training, test)).toThrow('`model.fit` was not called');
});

it('names what fit was told to do with them', () => {
  const inputs = [training.x, training.y, { shuffle: false }];
  expect(() => checkFitOf([{ inputs }], training, test)).toThrow(/one and the same order/);
  expect(() => checkFitOf([{ inputs: inputs.slice(0, 2), pending: true }], training, test)).toThrow(/`await model.fit/);
});

it('wants exactly one softmax', () => {
  const model = (activation?: 'softmax') =>
    new Sequential([new Dense({ units: 3, inputShape: [2], ...(activation && { activation }) })]);
  const options = (fromLogits: boolean) => ({
    loss: new SparseCategoricalCrossentropy({ fromLogits }),
    metrics: ['accuracy'],
  });
  expect(() => checkLossOfClasses(model('softmax'), options(true))).toThrow(/applied twice/);
  expect(() => checkLossOfClasses(model(), options(false))).toThrow(/Nobody applies softmax/);
  expect(() => checkLossOfClasses(model(), options(true))).not.toThrow();
  expect(() => checkLossOfClasses(model('softmax'), options(false))).not.toThrow();
});

it('takes a model for a model, and an error of shapes for a wrong input shape', () => {
  expect(() => expectModel({})).toThrow(/return the model/);
  expect(shapeMistake(new Error('rank 4 expected'), '[4]')).toMatchObject({ id: 'wrong-input-shape' });
  const other = new Error('mine');
  expect(shapeMistake(other, '[4]')).toBe(other);
});
