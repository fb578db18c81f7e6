import { useBackend } from '@tenlab/core';
import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseMerge } from './base-merge';

class Largest extends BaseMerge {
  static override readonly className: string = 'Largest';
  protected override readonly needsOneShape = true;
  protected override merge([a, b]: readonly tf.Tensor[]): tf.Tensor {
    return tf.maximum(a as tf.Tensor, b as tf.Tensor);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseMerge', () => {
  test.each([
    [
      [
        [null, 3],
        [null, 3],
      ],
      [null, 3],
    ],
    [
      [
        [null, 3, 4],
        [null, 1, 4],
      ],
      [null, 3, 4],
    ],
    [
      [
        [2, 3, 4],
        [null, 4],
      ],
      [2, 3, 4],
    ],
    [
      [
        [null, null, 4],
        [null, 3, 4],
      ],
      [null, null, 4],
    ],
  ])('knows the shape of %j', (shapes, merged) => {
    expect(new Largest().computeOutputShape(shapes)).toEqual(merged);
  });

  test('brings inputs of other ranks and axes of length 1 to one shape, gradients too', () => {
    const [a, b] = [tf.tensor3d([1, 5, 2, 7], [1, 2, 2]), tf.tensor2d([[3, 6]])];
    expectClose(new Largest().apply([a, b]), [
      [
        [3, 6],
        [3, 7],
      ],
    ]);
    checkGradient((x: tf.Tensor, y: tf.Tensor) => new Largest().apply<tf.Tensor>([x, y]), [a, b]);
  });

  test('says which shapes do not fit, and that one tensor is no list', () => {
    const layer = new Largest({ name: 'l' });
    expect(() => layer.apply([tf.ones([2, 3]), tf.ones([2, 4])])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Largest 'l': the inputs must have equal shapes, or axes of length 1 where they differ. Received: (2, 3) and (2, 4). Reshape one of them, or give the layers before as many outputs.]`,
    );
    expect(() => layer.apply([tf.ones([2, 3]), tf.ones([5, 3])])).toThrow(/equal shapes/);
    expect(() => layer.apply(tf.ones([2, 3]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Largest 'l': the inputs must be a list of tensors. Received: one tensor. Pass them as one list: layer.apply([a, b]).]`,
    );
  });
});
