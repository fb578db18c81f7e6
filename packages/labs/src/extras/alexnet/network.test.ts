import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { alexNet } from './network';

it("is the course's network, layer by layer", async () => {
  await useBackend('wasm');
  const model = alexNet();
  const counts = [...model.features, ...model.decision, model.answer].map((layer) => layer.countParams());
  expect(counts.filter((count) => count > 0)).toEqual([
    160, 4640, 18_496, 73_856, 295_168, 16_781_312, 8_390_656, 2_098_176, 10_250,
  ]);
  expect(model.countParams()).toBe(27_672_714);
});
