import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { relu } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';

export interface ReLULayerOptions extends LayerOptions {
  /** The largest output. Default null: no limit. */
  maxValue?: number | null;
  /** The slope below the threshold. Default 0. */
  negativeSlope?: number;
  /** Below it, the output is `negativeSlope * (x - threshold)`. Default 0. */
  threshold?: number;
}

/**
 * The rectified linear unit, `max(x, 0)`, with an optional slope below, threshold and upper limit.
 *
 * Keras class: `keras.layers.ReLU`.
 *
 * @example
 * new ReLU({ negativeSlope: 0.5, maxValue: 10 }).apply(tf.tensor1d([-10, -5, 0, 5, 15])).arraySync(); // [-5, -2.5, 0, 5, 10]
 */
export class ReLU extends Layer {
  static override readonly className: string = 'ReLU';
  readonly maxValue: number | null;
  readonly negativeSlope: number;
  readonly threshold: number;

  constructor(options: ReLULayerOptions = {}) {
    super(options, ['maxValue', 'negativeSlope', 'threshold']);
    const { maxValue = null, negativeSlope = 0, threshold = 0 } = options;
    for (const [option, value] of Object.entries({ maxValue, negativeSlope, threshold })) {
      if (value === null || value >= 0) continue;
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: `\`${option}\` must not be below 0`,
        received: value,
        remedy: 'Pass 0 or a positive number.',
      });
    }
    this.maxValue = maxValue;
    this.negativeSlope = negativeSlope;
    this.threshold = threshold;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return relu(asFloat(inputs), this);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      max_value: this.maxValue,
      negative_slope: this.negativeSlope,
      threshold: this.threshold,
    };
  }
}
