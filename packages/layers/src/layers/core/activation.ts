import type * as tf from '@tensorflow/tfjs-core';
import {
  type Activation as ActivationFunction,
  type ActivationIdentifier,
  serializeActivation,
} from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { activationOption } from '../checks';
import { Layer, type LayerOptions } from '../layer';

export interface ActivationOptions extends LayerOptions {
  /** The function, by name or itself. */
  activation: ActivationIdentifier;
}

/**
 * Applies an activation function to each element (or, as softmax, along the last axis).
 *
 * Keras class: `keras.layers.Activation`.
 *
 * @example
 * new Activation({ activation: 'relu' }).apply(tf.tensor1d([-1, 2])).arraySync(); // [0, 2]
 */
export class Activation extends Layer {
  static override readonly className: string = 'Activation';
  readonly activation: ActivationFunction;

  constructor(options: ActivationOptions) {
    super(options, ['activation']);
    this.activation = activationOption(this.place, options.activation);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return this.activation(asFloat(inputs));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), activation: serializeActivation(this.activation) };
  }
}
