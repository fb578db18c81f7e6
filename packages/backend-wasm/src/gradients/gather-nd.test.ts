import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of gatherND and scatterND', () => {
  const places = () =>
    tf.tensor2d(
      [
        [0, 1],
        [2, 0],
        [0, 1],
      ],
      [3, 2],
      'int32',
    );

  test('agrees with finite differences', () => {
    checkGradient((x) => tf.gatherND(x, places()), [numbers([3, 2, 4])]);
    checkGradient((updates) => tf.scatterND(places(), updates, [3, 2, 4]), [numbers([3, 4])]);
  });

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.square(tf.gatherND(x, places()));
    checkGradient((x) => tf.grad(f)(x), [numbers([3, 2])]);
  });
});
