import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { type GoldenAugmentation, runAugmentationCase } from '../../../../../tools/conformance/augmentation';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import { camelCase } from '../../registry/config';
import { AugMix } from './aug-mix';
import golden from './augmentation.golden.json';
import { drawAll } from './augmentations';

interface Link {
  layerName: string;
  transformation: unknown;
}

/** Keras leaves changes that it has not chosen out of a chain; ours are all there, and one is chosen. */
function run(golden: GoldenAugmentation) {
  return runAugmentationCase(golden, (given, layer) => {
    const drawn = given as { chainTransforms: Link[][] };
    const { augmentations, seedGenerator } = layer as unknown as AugMix;
    const names = Object.keys(augmentations);
    const chosen = ({ layerName, transformation }: Link) => {
      const at = names.indexOf(camelCase(layerName));
      const transformations = drawAll(Object.values(augmentations), tf.ones(golden.images.shape), seedGenerator);
      transformations[at] = transformation;
      return { index: tf.scalar(at), transformations };
    };
    return { ...drawn, chainTransforms: drawn.chainTransforms.map((chain) => chain.map(chosen)) };
  });
}

describe('AugMix', () => {
  imageLayerTests(AugMix, golden, {}, { run });

  test('refuses options that make no sense', () => {
    expect(() => new AugMix({ chainDepth: 0 })).toThrow(/`chainDepth` must be a positive integer/);
    expect(() => new AugMix({ alpha: -1 })).toThrow(/`alpha` must be a positive number/);
  });

  test('mixes chains by shares that are 1 together', () => {
    const { chainMixingWeights, weightSample } = new AugMix({ numChains: 4 }).getRandomTransformation(
      tf.ones([1, 2, 2, 3]),
    );
    expect(tf.sum(chainMixingWeights).dataSync()[0]).toBeCloseTo(1, 6);
    expect(weightSample.dataSync()[0]).toBeGreaterThanOrEqual(0);
    expect(weightSample.dataSync()[0]).toBeLessThanOrEqual(1);
  });
});
