import { checkGradient, expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

const { fused } = tf;
const activations = ['linear', 'relu', 'relu6', 'prelu', 'leakyrelu', 'sigmoid', 'elu'] as const;
type Activation = (typeof activations)[number];

/** The activation as an operation of its own. */
function activated(x: tf.Tensor, activation: Activation, slope: tf.Tensor): tf.Tensor {
  switch (activation) {
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'prelu':
      return tf.add(tf.relu(x), tf.mul(slope, tf.minimum(x, 0)));
    case 'leakyrelu':
      return tf.leakyRelu(x, 0.3);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'elu':
      return tf.elu(x);
    default:
      return x;
  }
}

onThreads('a fused product', (sameBits) => {
  test.each(activations)('adds a bias and applies %s to a matrix', (activation) => {
    const [a, b, bias, slope] = [
      numbers<tf.Tensor2D>([13, 6]),
      numbers<tf.Tensor2D>([6, 19], 2),
      numbers([19], 3),
      numbers([19], 4),
    ];
    const y = fused.matMul({ a, b, bias, activation, preluActivationWeights: slope, leakyreluAlpha: 0.3 });
    expectClose(y, activated(tf.add(tf.matMul(a, b), bias), activation, slope), { rtol: 1e-5, atol: 1e-5 });
    sameBits(`matmul ${activation}`, y);
  });

  test.each(activations)('adds a bias and applies %s to a convolution', (activation) => {
    const [x, filter, bias, slope] = [
      numbers<tf.Tensor4D>([2, 5, 4, 3]),
      numbers<tf.Tensor4D>([3, 3, 3, 11], 2),
      numbers<tf.Tensor1D>([11], 3),
      numbers([11], 4),
    ];
    const y = fused.conv2d({
      x,
      filter,
      strides: 1,
      pad: 'same',
      bias,
      activation,
      preluActivationWeights: slope,
      leakyreluAlpha: 0.3,
    });
    expectClose(y, activated(tf.add(tf.conv2d(x, filter, 1, 'same'), bias), activation, slope), {
      rtol: 1e-5,
      atol: 1e-5,
    });
    sameBits(`conv2d ${activation}`, y);
  });

  test.each(activations)('adds a bias and applies %s to a depthwise convolution', (activation) => {
    const [x, filter, bias, slope] = [
      numbers<tf.Tensor4D>([2, 5, 4, 7]),
      numbers<tf.Tensor4D>([3, 2, 7, 1], 2),
      numbers<tf.Tensor1D>([7], 3),
      numbers([7], 4),
    ];
    const y = fused.depthwiseConv2d({
      x,
      filter,
      strides: 1,
      pad: 'same',
      bias,
      activation,
      preluActivationWeights: slope,
      leakyreluAlpha: 0.3,
    });
    expectClose(y, activated(tf.add(tf.depthwiseConv2d(x, filter, 1, 'same'), bias), activation, slope), {
      rtol: 1e-5,
      atol: 1e-5,
    });
    sameBits(`depthwise ${activation}`, y);
  });

  test('takes a bias of any shape that fits', () => {
    const [a, b] = [numbers<tf.Tensor2D>([3, 4]), numbers<tf.Tensor2D>([4, 5], 2)];
    for (const shape of [[], [1], [5], [1, 5], [3, 1], [3, 5]]) {
      const bias = numbers(shape, 3);
      expectClose(fused.matMul({ a, b, bias, activation: 'relu' }), tf.relu(tf.add(tf.matMul(a, b), bias)), {
        atol: 1e-5,
      });
    }
  });

  test('puts bias and slopes to the channels, where those come first', () => {
    const x = numbers<tf.Tensor4D>([2, 3, 5, 4]);
    const filter = numbers<tf.Tensor4D>([2, 2, 3, 6], 2);
    const plain = tf.conv2d(x, filter, 1, 'same', 'NCHW');
    const [bias, slope] = [numbers<tf.Tensor1D>([6], 3), numbers([6], 4)];
    const column = (vector: tf.Tensor) => tf.reshape(vector, [6, 1, 1]);
    const y = fused.conv2d({
      x,
      filter,
      strides: 1,
      pad: 'same',
      dataFormat: 'NCHW',
      bias,
      activation: 'prelu',
      preluActivationWeights: slope,
    });
    expectClose(y, activated(tf.add(plain, column(bias)), 'prelu', column(slope)), { atol: 1e-5 });
  });

  // tfjs-core checks the slopes against the channels-last shape, so that only cubes get through.
  test('takes a slope for each element', () => {
    const [x, filter, slope] = [
      numbers<tf.Tensor4D>([2, 3, 3, 3]),
      numbers<tf.Tensor4D>([2, 2, 3, 3], 2),
      numbers([3, 3, 3], 5),
    ];
    for (const dataFormat of ['NHWC', 'NCHW'] as const) {
      const y = fused.conv2d({
        x,
        filter,
        strides: 1,
        pad: 'same',
        dataFormat,
        activation: 'prelu',
        preluActivationWeights: slope,
      });
      expectClose(y, activated(tf.conv2d(x, filter, 1, 'same', dataFormat), 'prelu', slope), { atol: 1e-5 });
    }
  });

  test('agrees with finite differences in every part, and leaves nothing behind', async () => {
    const [x, filter, bias] = [numbers([2, 5, 4, 3]), numbers([2, 2, 3, 4], 2), numbers([4], 3)];
    const f = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) =>
      fused.conv2d({
        x: x as tf.Tensor4D,
        filter: w as tf.Tensor4D,
        strides: 1,
        pad: 'same',
        bias: b as tf.Tensor1D,
        activation: 'elu',
      });
    checkGradient(f, [x, filter, bias], { tolerance: 5e-3 });
    const held = tf.engine().backend.numDataIds();
    await expectNoLeak(() => tf.grads(f)([x, filter, bias]));
    expect(tf.engine().backend.numDataIds()).toBe(held);
  });
});
