import * as tf from '@tensorflow/tfjs-core';
import { axisOf, type Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import { expectAxes } from './expect-axes';

export interface RMSNormalizationOptions extends LayerOptions {
  /** The axis, or axes together, that are normalised. Default -1. */
  axis?: number | readonly number[];
  /** Added to the mean square, against division by 0. Default 1e-6. */
  epsilon?: number;
}

/**
 * Divides by the root of the mean square along an axis: `scale * x / sqrt(mean(x²) + epsilon)`. Unlike layer normalisation it
 * leaves the mean in, and is the cheaper for it.
 *
 * Shapes: any, unchanged; `scale` has the length of the axis. Throws when the input lacks the axis.
 * Zhang & Sennrich 2019. Keras class: `keras.layers.RMSNormalization`.
 *
 * @example
 * new RMSNormalization().apply(tf.tensor2d([[3, 4]])).arraySync(); // [[0.8485, 1.1314]]
 */
export class RMSNormalization extends Layer {
  static override readonly className: string = 'RMSNormalization';
  readonly axis: number | readonly number[];
  readonly epsilon: number;
  declare scale: Weight;

  constructor(options: RMSNormalizationOptions = {}) {
    super(options, ['axis', 'epsilon']);
    this.axis = options.axis ?? -1;
    this.epsilon = options.epsilon ?? 1e-6;
  }

  override build(inputShape: Shape): void {
    const shape = this.#axesOf(inputShape).map((axis) => inputShape[axis] as number);
    this.scale = this.addWeight({ name: 'scale', shape, initializer: 'ones' });
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    const axes = this.#axesOf(x.shape);
    const along = x.shape.map((length, axis) => (axes.includes(axis) ? length : 1));
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(x), axes, true), this.epsilon));
    return tf.mul(tf.mul(x, inverse), tf.reshape(this.scale.read(), along));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    this.#axesOf(inputShape);
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis, epsilon: this.epsilon };
  }

  #axesOf(shape: Shape): number[] {
    const axes = [this.axis].flat().map((axis) => axisOf(axis, shape.length));
    expectAxes(this.place, axes, shape);
    return axes.sort((a, b) => a - b);
  }
}
