import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { picturesNetwork } from './network';

it('has as many parameters as it says', async () => {
  await useBackend('cpu');
  expect(picturesNetwork().layers.map((layer) => layer.countParams())).toEqual([160, 0, 4640, 0, 0, 51_264, 650]);
});
