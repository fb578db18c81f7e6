import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { ownNetwork } from './network';

it('has an answer for each digit', async () => {
  await useBackend('cpu');
  expect(ownNetwork().countParams()).toBe(160 + 4640 + 51_264 + 650);
});
