import { useBackend } from '@tenlab/core';
import { Activation, Conv2D, Dense, Flatten, MaxPooling2D, ReLU, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { activationOf, checkHiddenActivations } from './activations-of';

beforeAll(async () => {
  await useBackend('cpu');
});

it.each([
  [new Dense({ units: 2, activation: 'relu' }), 'relu'],
  [new Activation({ activation: 'softmax' }), 'softmax'],
  [new Dense({ units: 2 }), 'linear'],
])('reads the activation of a layer (%#)', (layer, name) => {
  expect(activationOf(layer)).toBe(name);
});

const dense = (activation?: 'relu' | 'elu') => new Dense({ units: 2, ...(activation && { activation }) });
const convolution = () => new Conv2D({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] });

it.each([
  [[dense('relu'), dense('elu'), dense()]],
  [[dense(), new Activation({ activation: 'tanh' }), dense()]],
  [[convolution(), new MaxPooling2D(), new ReLU(), new Flatten(), dense()]],
])('lets through what bends between any two (%#)', (layers) => {
  expect(() => checkHiddenActivations(new Sequential(layers))).not.toThrow();
});

it.each([[[dense(), dense()]], [[convolution(), new MaxPooling2D(), new Flatten(), dense()]]])(
  'names the first that does not (%#)',
  (layers) => {
    expect(() => checkHiddenActivations(new Sequential(layers))).toThrow(`\`${layers[0]!.name}\` has no activation`);
  },
);
