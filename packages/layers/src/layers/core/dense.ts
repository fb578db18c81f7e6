import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { activationOption, expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import {
  KERNEL_BIAS_OPTIONS,
  type KernelBiasOptions,
  type WeightSettings,
  weightSettings,
  weightSettingsConfig,
} from '../weight-settings';

export interface DenseOptions extends LayerOptions, KernelBiasOptions {
  /** The number of outputs. */
  units: number;
  /** Default: none. */
  activation?: ActivationIdentifier | null;
}

/**
 * A fully connected layer: `output = activation(input · kernel + bias)`, along the last axis.
 *
 * Shapes: `[..., inputs]` to `[..., units]`; kernel `[inputs, units]`, bias `[units]`. Throws when the last axis is not known.
 * Keras class: `keras.layers.Dense`.
 *
 * @example
 * new Dense({ units: 2, kernelInitializer: 'ones' }).apply(tf.tensor2d([[1, 2, 3]])).arraySync(); // [[6, 6]]
 */
export class Dense extends Layer {
  static override readonly className: string = 'Dense';
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  declare kernel: Weight;
  declare bias: Weight | null;

  constructor(options: DenseOptions) {
    super(options, ['units', 'activation', ...KERNEL_BIAS_OPTIONS]);
    expectPositiveInteger(this.place, 'units', options.units, 64);
    this.units = options.units;
    this.activation = activationOption(this.place, options.activation);
    this.useBias = options.useBias ?? true;
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.inputSpec = { minNdim: 2 };
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const inputs = inputShape.at(-1) as number;
    this.kernel = this.addWeight({ name: 'kernel', shape: [inputs, this.units], ...this.kernelSettings });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: [this.units], ...this.biasSettings }) : null;
    this.inputSpec = { minNdim: 2, axes: { [-1]: inputs } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const rows = tf.reshape(asFloat(inputs), [-1, inputs.shape.at(-1) as number]) as tf.Tensor2D;
    let outputs: tf.Tensor = tf.matMul(rows, this.kernel.read() as tf.Tensor2D);
    if (this.bias) outputs = tf.add(outputs, this.bias.read());
    if (inputs.rank > 2) outputs = tf.reshape(outputs, [...inputs.shape.slice(0, -1), this.units]);
    return this.activation(outputs);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -1), this.units];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      units: this.units,
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig({ kernel: this.kernelSettings, bias: this.biasSettings }),
      quantization_config: null,
    };
  }
}
