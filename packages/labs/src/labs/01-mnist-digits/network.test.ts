import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { digitsNetwork } from './network';

beforeAll(async () => {
  await useBackend('cpu');
});

it("is the course's network, layer by layer", () => {
  const model = digitsNetwork();
  expect(model.layers.map((layer) => layer.countParams())).toEqual([320, 0, 18_496, 0, 0, 102_464, 650]);
  expect(model.outputShape).toEqual([null, 10]);
});
