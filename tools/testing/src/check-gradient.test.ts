import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { checkGradient } from './check-gradient';

beforeAll(() => tf.setBackend('cpu'));

// What it finds and refuses is tested with gradCheck, in packages/core.
test('right gradients pass', () => {
  checkGradient((x) => tf.tanh(x as tf.Tensor), [tf.tensor2d([0.3, -1.2, 0.7, 2.1], [2, 2])]);
});

test('wrong gradients fail, with all that is wrong', () => {
  const wrong = tf.customGrad((x) => ({ value: tf.mul(x as tf.Tensor, 3), gradFunc: (dy) => dy as tf.Tensor }));
  expect(() => checkGradient(wrong, [tf.tensor1d([1, -2])])).toThrow(/2 of 2 derivatives differ .*\n {2}input 0/);
});
