import { expect, test } from 'vitest';
import * as handwritten from './handwritten';

test('the entry exports exactly this', () => {
  expect(Object.keys(handwritten).sort()).toEqual([
    ...['Adagrad', 'Adam', 'DenseLayer', 'DenseNetwork', 'Momentum', 'RMSProp', 'SGD'],
    ...['activations', 'meanSquaredError', 'softmaxCrossentropy'],
  ]);
});
