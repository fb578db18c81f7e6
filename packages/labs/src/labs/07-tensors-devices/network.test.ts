import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { pointsNetwork } from './network';

it('takes points and gives a probability', async () => {
  await useBackend('cpu');
  const model = pointsNetwork();
  expect([model.inputShape, model.outputShape, model.countParams()]).toEqual([[null, 2], [null, 1], 1185]);
});
