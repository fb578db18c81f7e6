import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { contract } from './contract';

const ramp = (shape: number[]) =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i * 1.7)),
    shape,
  );

onEveryBackend('contract', () => {
  test('is the sum the letters say', () => {
    const [a, b] = [
      tf.tensor2d([[1, 2]]),
      tf.tensor2d([
        [3, 4],
        [5, 6],
      ]),
    ];
    expectClose(contract('ab,bc->ac', a, b), [[13, 16]]);
    expectClose(contract('ab,bc->ca', a, b), [[13], [16]]);
    expectClose(contract('ab,cb->ac', a, b), [[11, 17]]);
    expectClose(contract('zk,zk->z', b, b), [25, 61]);
    // A letter that stands alone is summed over.
    expectClose(contract('ab,cd->a', a, b), [54]);
  });

  test.each([
    ['abc,cd->abd', [2, 3, 4], [4, 2]],
    ['abc,cde->abde', [2, 3, 4], [4, 2, 2]],
    ['zik,zjk->zij', [2, 3, 4], [2, 2, 4]],
    ['abc,dc->adb', [2, 3, 4], [2, 4]],
  ] as const)('can be differentiated: %s', (equation, left, right) => {
    checkGradient((a: tf.Tensor, b: tf.Tensor) => contract(equation, a, b), [ramp([...left]), ramp([...right])]);
  });
});
