import { useBackend } from '@tenlab/core';
import { BinaryCrossentropy, Dense, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { checkLossOfNumbers, checkLossOfYesNo } from './other-losses';

beforeAll(async () => {
  await useBackend('cpu');
});

const model = (activation?: 'sigmoid' | 'relu') =>
  new Sequential([new Dense({ units: 1, inputShape: [2], ...(activation && { activation }) })]);
const fromLogits = new BinaryCrossentropy({ fromLogits: true });

it.each([
  ['sigmoid', { loss: 'binary_crossentropy', metrics: ['accuracy'] }, undefined],
  [undefined, { loss: fromLogits, metrics: ['accuracy'] }, undefined],
  ['sigmoid', undefined, 'not-compiled'],
  ['sigmoid', { loss: 'mse' }, 'wrong-loss'],
  ['sigmoid', { loss: fromLogits, metrics: ['accuracy'] }, 'sigmoid-twice'],
  [undefined, { loss: 'binary_crossentropy', metrics: ['accuracy'] }, 'sigmoid-missing'],
  ['sigmoid', { loss: 'binary_crossentropy' }, 'no-accuracy'],
] as const)('judges yes or no with %s and %j', (activation, options, id) => {
  const judge = () => checkLossOfYesNo(model(activation), options);
  if (id === undefined) expect(judge).not.toThrow();
  else expect(judge).toThrow(expect.objectContaining({ id }));
});

it.each([
  [undefined, { loss: 'mse', metrics: ['mae'] }, undefined],
  [undefined, { loss: 'sparse_categorical_crossentropy' }, 'loss-of-classes'],
  [undefined, { loss: 'mae' }, 'wrong-loss'],
  [undefined, { loss: 'mse' }, 'no-mae'],
  ['relu', { loss: 'mse', metrics: ['mae'] }, 'activation-at-the-end'],
] as const)('judges numbers with %s and %j', (activation, options, id) => {
  const judge = () => checkLossOfNumbers(model(activation), options);
  if (id === undefined) expect(judge).not.toThrow();
  else expect(judge).toThrow(expect.objectContaining({ id }));
});
