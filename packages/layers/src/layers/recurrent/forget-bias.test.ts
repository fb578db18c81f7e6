import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Zeros } from '../../initializers/zeros';
import { ForgetBias } from './forget-bias';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ForgetBias', () => {
  test('is 1 for the second of four gates', () => {
    expect([...new ForgetBias(new Zeros()).initialize([8]).dataSync()]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  });
});
