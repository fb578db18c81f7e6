import { useBackend } from '@tenlab/core';
import { checkGradient, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as api from './index';

beforeAll(async () => {
  await useBackend('cpu');
});

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "celu",
      "elu",
      "exponential",
      "gelu",
      "getActivation",
      "glu",
      "hardShrink",
      "hardSigmoid",
      "hardSilu",
      "hardTanh",
      "leakyRelu",
      "linear",
      "logSigmoid",
      "logSoftmax",
      "logitsOf",
      "mish",
      "relu",
      "relu6",
      "rememberLogits",
      "selu",
      "serializeActivation",
      "sigmoid",
      "silu",
      "softShrink",
      "softmax",
      "softplus",
      "softsign",
      "sparsePlus",
      "sparseSigmoid",
      "sparsemax",
      "squareplus",
      "tanh",
      "tanhShrink",
      "threshold",
      "withGradient",
    ]
  `);
});

// Values away from the kinks at 0, ±0.5, ±1, ±3 and 6.
const values = () =>
  tf.tensor2d([
    [-4.2, -1.3, -0.7, -0.2],
    [0.3, 0.8, 1.7, 6.4],
  ]);

describe.each<[string, api.Activation]>([
  ['celu', (x) => api.celu(x, { alpha: 2 })],
  ['elu', api.elu],
  ['elu with alpha', (x) => api.elu(x, { alpha: 0.5 })],
  ['exponential', api.exponential],
  ['gelu', api.gelu],
  ['gelu by tanh', (x) => api.gelu(x, { approximate: true })],
  ['glu', api.glu],
  ['hardShrink', api.hardShrink],
  ['hardSigmoid', api.hardSigmoid],
  ['hardSilu', api.hardSilu],
  ['hardTanh', api.hardTanh],
  ['leakyRelu', api.leakyRelu],
  ['logSigmoid', api.logSigmoid],
  ['logSoftmax', api.logSoftmax],
  ['logSoftmax over axis 0', (x) => api.logSoftmax(x, { axis: 0 })],
  ['mish', api.mish],
  ['relu', api.relu],
  ['relu with everything', (x) => api.relu(x, { negativeSlope: 0.1, maxValue: 2, threshold: 0.5 })],
  ['relu6', api.relu6],
  ['selu', api.selu],
  ['sigmoid', api.sigmoid],
  ['silu', api.silu],
  ['softShrink', api.softShrink],
  ['softmax', api.softmax],
  ['softmax over axis 0', (x) => api.softmax(x, { axis: 0 })],
  ['softplus', api.softplus],
  ['softsign', api.softsign],
  ['sparsePlus', api.sparsePlus],
  ['sparseSigmoid', api.sparseSigmoid],
  ['sparsemax', api.sparsemax],
  ['squareplus', api.squareplus],
  ['tanh', api.tanh],
  ['tanhShrink', api.tanhShrink],
  ['threshold', (x) => api.threshold(x, { threshold: 0.5, defaultValue: -2 })],
])('every activation: %s', (_name, activation) => {
  test('has the gradient of finite differences', () => {
    checkGradient(activation, [values()]);
  });

  test('leaves no tensor behind, with its gradient', async () => {
    const x = values();
    await expectNoLeak(() => tf.grad(activation)(x));
  });
});
