import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { type GoldenAugmentation, runAugmentationCase } from '../../../../../tools/conformance/augmentation';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandAugment } from './rand-augment';

/** Keras draws for each of its layers by name, and which of them are used. */
function run(golden: GoldenAugmentation) {
  return runAugmentationCase(golden, (drawn, layer) => {
    const { layerIdxes, transforms } = drawn as { layerIdxes: tf.Tensor; transforms: Record<string, unknown> };
    const transformations = Object.keys((layer as unknown as RandAugment).augmentations).map(
      (name) => transforms[name],
    );
    return tf.split(layerIdxes, layerIdxes.size).map((index) => ({ index, transformations }));
  });
}

describe('RandAugment', () => {
  imageLayerTests(RandAugment, golden, {}, { run });

  test('refuses options that make no sense', () => {
    expect(() => new RandAugment({ numOps: 0 })).toThrow(/`numOps` must be a positive integer/);
    expect(() => new RandAugment({ factor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });

  test('has each of its changes about as often as the others', () => {
    const layer = new RandAugment({ numOps: 1100, seed: 1 });
    const choices = layer.getRandomTransformation(tf.ones([1, 2, 2, 3]));
    const counts = new Array<number>(11).fill(0);
    for (const { index } of choices) counts[index.dataSync()[0] as number]! += 1;
    // 100 of each are expected; 5 standard deviations are 48.
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(48);
  });
});
