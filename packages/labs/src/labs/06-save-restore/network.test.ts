import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { digitsNetwork } from './network';

beforeAll(async () => {
  await useBackend('cpu');
});

it('has the same names of weights each time it is made', () => {
  const paths = () => digitsNetwork().weights.map(({ path }) => path);
  expect(paths()).toEqual(paths());
  expect(digitsNetwork().countParams()).toBe(407_050);
});
