import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { planeNetwork, variantNames, variants } from './networks';

it('differs in what holds it back, not in size', async () => {
  await useBackend('cpu');
  expect(variantNames.map((name) => planeNetwork(variants[name]).countParams())).toEqual([17_025, 17_025, 17_025]);
  const layers = planeNetwork(variants.dropout).layers.map((layer) => layer.constructor.name);
  expect(layers).toEqual(['Dense', 'Dropout', 'Dense', 'Dropout', 'Dense']);
  const [first] = planeNetwork(variants.l2).layers;
  expect(first!.getConfig()).toMatchObject({ kernel_regularizer: { class_name: 'L2', config: { l2: 0.004 } } });
});
