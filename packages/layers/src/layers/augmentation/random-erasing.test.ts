import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomErasing } from './random-erasing';

describe('RandomErasing', () => {
  imageLayerTests(RandomErasing, golden, {});

  test('erases one box of the size asked for', () => {
    const layer = new RandomErasing({ factor: [1, 1], scale: [0.25, 0.25], fillValue: 9 });
    const isErased = tf.equal(layer.apply(tf.zeros([5, 8, 8, 1]), { training: true }), 9);
    // Half of the height and half of the width.
    expect([...tf.sum(tf.cast(isErased, 'int32'), [1, 2, 3]).dataSync()]).toEqual([16, 16, 16, 16, 16]);
  });

  test('refuses options that make no sense', () => {
    expect(() => new RandomErasing({ scale: [0, 2] })).toThrow(/`scale` must be .* from 0 to 1/);
    expect(() => new RandomErasing({ fillValue: [1, 2] as never })).toThrow(
      /`fillValue` must be a number or a list of three/,
    );
  });
});
