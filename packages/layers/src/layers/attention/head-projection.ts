import * as tf from '@tensorflow/tfjs-core';
import { type Activation, getActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import { getInitializer, type Initializer } from '../../initializers/index';
import type { ConfigObject } from '../../registry/config';
import { serializeObject } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import type { WeightSettings } from '../weight-settings';

export interface HeadProjectionOptions extends LayerOptions {
  /** How many of the last axes of the inputs are multiplied: 1 into heads, 2 out of them. */
  inputAxes: 1 | 2;
  /** The axes that take their place. */
  outputAxes: readonly number[];
  useBias: boolean;
  kernelSettings: WeightSettings;
  biasSettings: WeightSettings;
  /** Default: none. */
  activation?: string | null;
}

/**
 * A `Dense` from features to `[heads, features]` or back, as it sits inside the attention layers: one product of matrices.
 *
 * Shapes: `[..., inputAxes]` to `[..., outputAxes]`; kernel `[...inputAxes, ...outputAxes]`, bias `[...outputAxes]`.
 * Keras has an `EinsumDense` in its place.
 */
export class HeadProjection extends Layer {
  readonly inputAxes: 1 | 2;
  readonly outputAxes: readonly number[];
  readonly useBias: boolean;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  readonly activation: Activation;
  declare kernel: Weight;
  declare bias: Weight | null;

  constructor(options: HeadProjectionOptions) {
    super(options, ['inputAxes', 'outputAxes', 'useBias', 'kernelSettings', 'biasSettings', 'activation']);
    this.inputAxes = options.inputAxes;
    this.outputAxes = options.outputAxes;
    this.useBias = options.useBias;
    this.kernelSettings = options.kernelSettings;
    this.biasSettings = options.biasSettings;
    this.activation = getActivation(options.activation ?? null);
    // A mask of the queries is of no use to the values, and the layer around passes it on itself.
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const inputs = inputShape.slice(-this.inputAxes);
    const shape = [...inputs, ...this.outputAxes];
    const initializer = ownInitializer(this.kernelSettings.initializer, inputs.length, shape.length);
    this.kernel = this.addWeight({ name: 'kernel', shape, ...this.kernelSettings, initializer });
    this.bias = this.useBias
      ? this.addWeight({ name: 'bias', shape: [...this.outputAxes], ...this.biasSettings })
      : null;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const outputs = this.outputAxes.reduce((size, length) => size * length, 1);
    const leading = inputs.shape.slice(0, -this.inputAxes);
    const kernel = tf.reshape(this.kernel.read(), [-1, outputs]) as tf.Tensor2D;
    const rows = tf.reshape(asFloat(inputs), [-1, kernel.shape[0]]) as tf.Tensor2D;
    let product: tf.Tensor = tf.matMul(rows, kernel);
    if (this.bias) product = tf.add(product, tf.reshape(this.bias.read(), [outputs]));
    return this.activation(tf.reshape(product, [...leading, ...this.outputAxes]));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -this.inputAxes), ...this.outputAxes];
  }
}

/** An initializer of the same kind that draws anew, and knows which axes are inputs where that has a bearing. */
function ownInitializer(initializer: Initializer, inputs: number, rank: number): Initializer {
  const written: ConfigObject = serializeObject(initializer);
  if (!('input_axes' in written.config) || written.config.input_axes !== null) return getInitializer(written);
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  const config = { ...written.config, input_axes: axes.slice(0, inputs), output_axes: axes.slice(inputs) };
  return getInitializer({ ...written, config });
}
