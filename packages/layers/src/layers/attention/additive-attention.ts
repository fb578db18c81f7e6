import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectKnownOptions } from '../../registry/options';
import { placeOf } from '../checks';
import { LAYER_OPTIONS, type LayerOptions } from '../layer';
import { Attention } from './attention';
import { listOfInputs } from './attention-masks';

export interface AdditiveAttentionOptions extends LayerOptions {
  /** Whether each feature has a learned weight in the score. Default true. */
  useScale?: boolean;
  /** The part of the weights that is dropped in training. Default 0. */
  dropout?: number;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/**
 * Attention of Bahdanau: as `Attention`, with the score `Σ scale * tanh(query + key)` over the features.
 *
 * Inputs, outputs, masks and errors are those of `Attention`; `scale` has shape `[d]`. Bahdanau et al. 2015.
 * Keras class: `keras.layers.AdditiveAttention`.
 *
 * @example
 * new AdditiveAttention().apply([tf.zeros([1, 2, 4]), tf.ones([1, 3, 4])]).arraySync(); // [[[1, 1, 1, 1], [1, 1, 1, 1]]]
 */
export class AdditiveAttention extends Attention {
  static override readonly className: string = 'AdditiveAttention';

  constructor(options: AdditiveAttentionOptions = {}) {
    expectKnownOptions(placeOf(AdditiveAttention, options), options, ['useScale', 'dropout', 'seed', ...LAYER_OPTIONS]);
    super({ ...options, useScale: options.useScale ?? true });
  }

  override build(inputShape: Shape[]): void {
    const [query] = listOfInputs(this.place, inputShape) as [Shape];
    this.scale = this.useScale ? this.addWeight({ name: 'scale', shape: [query.at(-1) ?? null] }) : null;
  }

  protected override scores(query: tf.Tensor, key: tf.Tensor): tf.Tensor {
    const match = tf.tanh(tf.add(tf.expandDims(query, -2), tf.expandDims(key, -3)));
    return tf.sum(this.scale ? tf.mul(match, this.scale.read()) : match, -1);
  }

  override getConfig(): Config {
    const { score_mode: _mode, ...config } = super.getConfig();
    return config;
  }
}
