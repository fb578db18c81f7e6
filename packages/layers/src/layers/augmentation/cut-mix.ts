import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { boxMask, drawSpan } from './boxes';
import { type Factor, type Range, readFactor } from './factor';
import { mix } from './mix-up';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawBeta, drawPermutation, drawUniform } from './random-values';

export interface CutMixOptions extends RandomImageOptions {
  /** The range of both parameters of the beta distribution from which areas are drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
}

interface Cut {
  batchMasks: tf.Tensor;
  mixWeight: tf.Tensor;
  permutationOrder: tf.Tensor1D;
}

/**
 * In training puts a box of another image of the batch over each image, `inBox ? x[order[i]] : x[i]`, and mixes their labels by area:
 * `w * label[i] + (1 - w) * label[order[i]]`, `1 - w` being the box's share of the image.
 *
 * Takes images `[batch, height, width, channels]`, or a record `{ images, labels, segmentationMasks }` with one-hot labels
 * `[batch, classes]`; shapes stay, and a single image stays as it is. Throws on factors beyond 0 to 1. Yun et al. 2019.
 * Keras class: `keras.layers.CutMix`.
 *
 * @example
 * const batch = { images: tf.ones([2, 4, 4, 1]), labels: tf.tensor2d([[1, 0], [0, 1]]) };
 * const { labels } = new CutMix().apply<{ labels: tf.Tensor }>(batch, { training: true });
 * tf.sum(labels, 1).dataSync(); // about [1, 1]
 */
export class CutMix extends RandomImageLayer<Cut> {
  static override readonly className: string = 'CutMix';
  readonly factor: Range;

  constructor(options: CutMixOptions = {}) {
    super(options, ['factor']);
    this.factor = readFactor(this.place, 'factor', options.factor ?? 1, [0, 1]);
  }

  /** Which pixels of each image are replaced, the share of it that stays, `[batch]`, and by which image, `int32[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Cut {
    const [batch, height, width] = images.shape as [number, number, number];
    const alpha = tf.add(drawUniform(generator, [], this.factor), 1e-6);
    const side = tf.sqrt(tf.sub(1, drawBeta(generator, [batch], alpha)));
    const [x, y] = [drawSpan(generator, side, width), drawSpan(generator, side, height)];
    const area = tf.div(tf.mul(tf.sub(x[1], x[0]), tf.sub(y[1], y[0])), width * height);
    return {
      batchMasks: boxMask(height, width, x, y),
      mixWeight: tf.sub(1, area),
      permutationOrder: drawPermutation(generator, batch),
    };
  }

  override transformImages(images: tf.Tensor, { batchMasks, permutationOrder }: Cut): tf.Tensor {
    return tf.where(batchMasks, tf.gather(images, permutationOrder), images);
  }

  override transformLabels(labels: tf.Tensor, { mixWeight, permutationOrder }: Cut): tf.Tensor {
    return mix(tf.cast(labels, 'float32'), permutationOrder, tf.reshape(mixWeight, [-1, 1]));
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: Cut): tf.Tensor {
    return this.transformImages(masks, transformation);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor };
  }
}
