import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { clothesNetwork, clothesNetworkByAdd } from './network';

beforeAll(async () => {
  await useBackend('cpu');
});

it.each([clothesNetwork, clothesNetworkByAdd])("is the course's network, written in either way", (build) => {
  const model = build();
  expect(model.layers.map((layer) => layer.countParams())).toEqual([0, 100_480, 1290]);
  expect(model.outputShape).toEqual([null, 10]);
});
