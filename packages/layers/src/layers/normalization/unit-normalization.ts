import * as tf from '@tensorflow/tfjs-core';
import { axisOf, type Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import { expectAxes } from './expect-axes';

export interface UnitNormalizationOptions extends LayerOptions {
  /** The axis, or axes together, along which the length becomes 1. Default -1. */
  axis?: number | readonly number[];
}

/**
 * Divides by the length: `x / sqrt(Σ x²)` along an axis, so that the sum of squares is 1.
 *
 * Shapes: any, unchanged. Throws when the input lacks the axis. Keras class: `keras.layers.UnitNormalization`.
 *
 * @example
 * new UnitNormalization().apply(tf.tensor2d([[3, 4]])).arraySync(); // [[0.6, 0.8]]
 */
export class UnitNormalization extends Layer {
  static override readonly className: string = 'UnitNormalization';
  readonly axis: number | readonly number[];

  constructor(options: UnitNormalizationOptions = {}) {
    super(options, ['axis']);
    this.axis = options.axis ?? -1;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    const squares = tf.sum(tf.square(x), this.#axesOf(x.shape), true);
    // Keras's least length is 1e-12.
    return tf.mul(x, tf.rsqrt(tf.maximum(squares, 1e-24)));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    this.#axesOf(inputShape);
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }

  #axesOf(shape: Shape): number[] {
    const axes = [this.axis].flat().map((axis) => axisOf(axis, shape.length));
    expectAxes(this.place, axes, shape);
    return axes;
  }
}
