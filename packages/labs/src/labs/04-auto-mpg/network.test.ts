import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { buildModel } from './network';

beforeAll(async () => {
  await useBackend('cpu');
});

it("is the course's network, layer by layer", () => {
  expect(buildModel().layers.map((layer) => layer.countParams())).toEqual([640, 4160, 65]);
});
