import { useBackend } from '@tenlab/core';
import { Adam, SGD } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { checkLearningRate } from './check-learning-rate';

beforeAll(async () => {
  await useBackend('cpu');
});

it('lets usual rates through', () => {
  for (const optimizer of [new Adam(), new SGD(), new SGD({ learningRate: 1 }), 'adam', undefined]) {
    expect(() => checkLearningRate(optimizer)).not.toThrow();
  }
});

it.each([
  [() => new Adam({ learningRate: 1 }), 'rate-too-large'],
  [() => new Adam({ learningRate: 1e-7 }), 'rate-too-small'],
  [() => new SGD({ learningRate: 10 }), 'rate-too-large'],
  [() => new SGD({ learningRate: 0 }), 'rate-too-small'],
])('names one that is far off (%#)', (optimizer, id) => {
  expect(() => checkLearningRate(optimizer())).toThrow(expect.objectContaining({ id }));
});
