import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';

export interface RescalingOptions extends LayerOptions {
  /** What inputs are multiplied by: a number, or one per channel. */
  scale: number | readonly number[];
  /** What is added then: a number, or one per channel. Default 0. */
  offset?: number | readonly number[];
}

/**
 * `output = input * scale + offset`, such as bytes of images to numbers from 0 to 1 with `scale: 1 / 255`.
 *
 * Keras class: `keras.layers.Rescaling`.
 *
 * @example
 * new Rescaling({ scale: 1 / 127.5, offset: -1 }).apply(tf.tensor1d([0, 255])).arraySync(); // [-1, 1]
 */
export class Rescaling extends Layer {
  static override readonly className: string = 'Rescaling';
  readonly scale: number | readonly number[];
  readonly offset: number | readonly number[];

  constructor(options: RescalingOptions) {
    super(options, ['scale', 'offset']);
    this.scale = options.scale;
    this.offset = options.offset ?? 0;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(asFloat(inputs), asOperand(this.scale)), asOperand(this.offset));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), scale: this.scale, offset: this.offset };
  }
}

function asOperand(value: number | readonly number[]): tf.Tensor | number {
  return typeof value === 'number' ? value : tf.tensor1d([...value]);
}
