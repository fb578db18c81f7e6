import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import { beforeAll, describe, test } from 'vitest';
import { getOptimizer } from './get-optimizer';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('get-optimizer', () => {
  test('prints what the documentation of getOptimizer says', () => {
    expectClose(getOptimizer('adam').learningRate, 0.001, { rtol: 0, atol: 6e-5 });
  });
});
