import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { textNetwork, variantNames, variants } from './networks';

beforeAll(async () => {
  await useBackend('cpu');
});

it('differs in size, and in what holds it back', () => {
  const counts = variantNames.map((name) => textNetwork(1000, variants[name]).countParams());
  expect(counts).toEqual([4029, 16_305, 775_681, 775_681, 775_681, 775_681]);
  const layers = textNetwork(1000, variants.both).layers.map((layer) => layer.constructor.name);
  expect(layers).toEqual(['Dense', 'Dropout', 'Dense', 'Dropout', 'Dense']);
  const [first] = textNetwork(1000, variants.l2).layers;
  expect(first!.getConfig()).toMatchObject({ kernel_regularizer: { class_name: 'L2', config: { l2: 0.001 } } });
});
