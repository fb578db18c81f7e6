import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { functionalNetwork, wideNetwork } from './networks';

beforeAll(async () => {
  await useBackend('cpu');
});

it("are the course's networks, layer by layer", () => {
  expect(wideNetwork('mse').layers.map((layer) => layer.countParams())).toEqual([401_920, 5130]);
  expect(functionalNetwork().layers.map((layer) => layer.countParams())).toEqual([0, 50_240, 4160, 650]);
});
