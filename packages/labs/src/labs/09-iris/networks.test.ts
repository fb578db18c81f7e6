import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { bareNetwork, irisNetwork } from './networks';

beforeAll(async () => {
  await useBackend('cpu');
});

it("are the course's networks, layer by layer", () => {
  expect(irisNetwork().layers.map((layer) => layer.countParams())).toEqual([50, 110, 33]);
  expect(bareNetwork().layers.map((layer) => layer.countParams())).toEqual([15]);
});
