import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { kindNames, nameOf, pricesNetwork } from './networks';

it('differs in the kind of layer alone, which keeps one, four or three sets of weights', async () => {
  await useBackend('cpu');
  const parameters = kindNames.map((kind) => pricesNetwork(kind).countParams());
  // Units times (inputs, units, bias) for each set; a GRU has a second bias.
  const layers = (sets: number, biases: number) => sets * (80 * (1 + 80 + biases) + 100 * (80 + 100 + biases)) + 101;
  expect(parameters).toEqual([layers(1, 1), layers(4, 1), layers(3, 2)]);
  expect(kindNames.map(nameOf)).toEqual(['SimpleRNN', 'LSTM', 'GRU']);
});
