import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { lineNetwork } from './network';

it('has a weight and a bias, and takes steps of 0.01', async () => {
  await useBackend('cpu');
  const model = lineNetwork();
  expect(model.countParams()).toBe(2);
  expect(model.optimizer!.getConfig()).toMatchObject({ name: 'sgd', learning_rate: Math.fround(0.01) });
});
