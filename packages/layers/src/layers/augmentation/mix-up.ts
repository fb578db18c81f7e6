import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectNumber, positive } from '../../registry/options';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawBeta, drawPermutation, perImage } from './random-values';

export interface MixUpOptions extends RandomImageOptions {
  /** Both parameters of the beta distribution from which shares are drawn; small ones leave images nearly pure. Default 0.2. */
  alpha?: number;
}

interface Mix {
  mixWeight: tf.Tensor;
  permutationOrder: tf.Tensor1D;
}

/**
 * In training mixes each image with another of the batch, and their labels in the same way: `w * x[i] + (1 - w) * x[order[i]]`, `w` drawn for
 * each image from `Beta(alpha, alpha)`.
 *
 * Takes images `[batch, height, width, channels]`, or a record `{ images, labels, segmentationMasks }` with one-hot labels
 * `[batch, classes]`; shapes stay. Throws on an alpha that is not above 0. Zhang et al. 2017. Keras class: `keras.layers.MixUp`.
 *
 * @example
 * const batch = { images: tf.ones([2, 4, 4, 1]), labels: tf.tensor2d([[1, 0], [0, 1]]) };
 * const { labels } = new MixUp().apply<{ labels: tf.Tensor }>(batch, { training: true });
 * tf.sum(labels, 1).dataSync(); // about [1, 1]
 */
export class MixUp extends RandomImageLayer<Mix> {
  static override readonly className: string = 'MixUp';
  readonly alpha: number;

  constructor(options: MixUpOptions = {}) {
    super(options, ['alpha']);
    const { alpha = 0.2 } = options;
    expectNumber(this.place, 'alpha', alpha, positive);
    this.alpha = alpha;
  }

  /** The share that stays of each image, `[batch]`, and with which image it is mixed, `int32[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Mix {
    const batch = images.shape[0] as number;
    const permutationOrder = drawPermutation(generator, batch);
    return { permutationOrder, mixWeight: drawBeta(generator, [batch], this.alpha) };
  }

  override transformImages(images: tf.Tensor, { mixWeight, permutationOrder }: Mix): tf.Tensor {
    return mix(images, permutationOrder, perImage(mixWeight));
  }

  override transformLabels(labels: tf.Tensor, { mixWeight, permutationOrder }: Mix): tf.Tensor {
    return mix(tf.cast(labels, 'float32'), permutationOrder, tf.reshape(mixWeight, [-1, 1]));
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: Mix): tf.Tensor {
    return this.transformImages(masks, transformation);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), alpha: this.alpha };
  }
}

/** `share * x + (1 - share) * x[order]` along the batch. */
export function mix(x: tf.Tensor, order: tf.Tensor1D, share: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(share, x), tf.mul(tf.sub(1, share), tf.gather(x, order)));
}
