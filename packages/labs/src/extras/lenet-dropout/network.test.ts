import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { leNet } from './network';

it("is the course's network, layer by layer", async () => {
  await useBackend('cpu');
  expect(leNet().layers.map((layer) => layer.countParams())).toEqual([208, 0, 3216, 0, 0, 78_500, 0, 1010]);
});
