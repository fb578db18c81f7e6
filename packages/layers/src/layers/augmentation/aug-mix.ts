import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectNumber, positive } from '../../registry/options';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { applyChoice, augmentations, type Choice, drawAll } from './augmentations';
import { type Factor, type Range, readFactor } from './factor';
import type { ImageLayer } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawBeta, drawIntegers, drawLogGamma } from './random-values';
import { INTERPOLATIONS } from './sample-images';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface AugMixOptions extends RandomImageOptions, ValueRangeOptions {
  /** How many chains of changes are mixed. Default 3. */
  numChains?: number;
  /** How many changes there are in a chain. Default 3. */
  chainDepth?: number;
  /** The range of how strong each is, from 0 to 1; one number is the range from 0. Default 0.3. */
  factor?: Factor;
  /** The parameter of the Dirichlet and the beta distribution from which shares are drawn. Default 1. */
  alpha?: number;
  /** Whether brightness, colour degeneration, contrast and sharpness are among the changes. Default true. */
  allOps?: boolean;
  /** Of the changes that move pixels. Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
}

interface Chains {
  chainMixingWeights: tf.Tensor;
  weightSample: tf.Tensor;
  chainTransforms: Choice[][];
}

const EXTRA = ['randomBrightness', 'randomColorDegeneration', 'randomContrast', 'randomSharpness'];

/**
 * In training mixes images with chains of changes of them: `clip(w * image + (1 - w) * sum_c share_c * chain_c(image), min, max)`, `w` from
 * `Beta(alpha, alpha)`, the shares from `Dirichlet(alpha)`.
 *
 * Each change is one of those of `RandAugment` or none, chosen for the batch and drawn for each image.
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Hendrycks et al. 2019. Keras class: `keras.layers.AugMix`.
 *
 * @example
 * new AugMix({ numChains: 2, chainDepth: 1 }).apply(tf.ones([2, 8, 8, 3]), { training: true }).shape; // [2, 8, 8, 3]
 */
export class AugMix extends RandomImageLayer<Chains> {
  static override readonly className: string = 'AugMix';
  readonly valueRange: Range;
  readonly numChains: number;
  readonly chainDepth: number;
  readonly factor: Range;
  readonly alpha: number;
  readonly allOps: boolean;
  readonly interpolation: 'bilinear' | 'nearest';
  readonly augmentations: Record<string, ImageLayer<unknown>>;

  constructor(options: AugMixOptions = {}) {
    super(options, ['valueRange', 'numChains', 'chainDepth', 'factor', 'alpha', 'allOps', 'interpolation']);
    const { numChains = 3, chainDepth = 3, factor = 0.3, alpha = 1, allOps = true } = options;
    const { interpolation = 'bilinear' } = options;
    expectPositiveInteger(this.place, 'numChains', numChains, 3);
    expectPositiveInteger(this.place, 'chainDepth', chainDepth, 3);
    expectNumber(this.place, 'alpha', alpha, positive);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    this.valueRange = readValueRange(this.place, options);
    this.numChains = numChains;
    this.chainDepth = chainDepth;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    this.alpha = alpha;
    this.allOps = allOps;
    this.interpolation = interpolation;
    const all = Object.entries(augmentations(this));
    this.augmentations = Object.fromEntries(allOps ? all : all.filter(([name]) => !EXTRA.includes(name)));
  }

  protected override draw(images: tf.Tensor, generator: SeedGenerator): Chains {
    const { numChains, chainDepth, alpha } = this;
    const layers = Object.values(this.augmentations);
    const chainMixingWeights = tf.softmax(drawLogGamma(generator, [numChains], alpha));
    const weightSample = drawBeta(generator, [], alpha);
    const one = (): Choice => ({
      // One more than there are: none.
      index: drawIntegers(generator, [], [0, layers.length + 1]),
      transformations: drawAll(layers, images, generator),
    });
    const chain = () => Array.from({ length: chainDepth }, one);
    return { chainMixingWeights, weightSample, chainTransforms: Array.from({ length: numChains }, chain) };
  }

  override transformImages(images: tf.Tensor, chains: Chains): tf.Tensor {
    return tf.clipByValue(this.#mix(images, chains, 'transformImages'), ...this.valueRange);
  }

  override transformSegmentationMasks(masks: tf.Tensor, chains: Chains): tf.Tensor {
    return this.#mix(masks, chains, 'transformSegmentationMasks');
  }

  override getConfig(): Config {
    const { valueRange, numChains, chainDepth, factor, alpha, allOps, interpolation } = this;
    return {
      ...super.getConfig(),
      ...{ value_range: valueRange, num_chains: numChains, chain_depth: chainDepth },
      ...{ factor, alpha, all_ops: allOps, interpolation },
    };
  }

  #mix(images: tf.Tensor, chains: Chains, what: 'transformImages' | 'transformSegmentationMasks'): tf.Tensor {
    const { chainMixingWeights, weightSample, chainTransforms } = chains;
    const layers = Object.values(this.augmentations);
    const shares = tf.split(chainMixingWeights, chainTransforms.length);
    const mixed = chainTransforms
      .map((chain) => chain.reduce((changed, choice) => applyChoice(layers, choice, changed, what), images))
      .map((changed, c) => tf.mul(changed, shares[c] as tf.Tensor))
      .reduce((sum, part) => tf.add(sum, part));
    return tf.add(tf.mul(weightSample, images), tf.mul(tf.sub(1, weightSample), mixed));
  }
}
