import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import { type Initializer, VarianceScaling } from '../../initializers/index';
import { type Config, optionsOf } from '../../registry/config';
import { serializeValue } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { activationOption } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import {
  type KernelBiasOptions,
  type WeightSettings,
  weightOptionNames,
  weightSettings,
  weightSettingsConfig,
} from '../weight-settings';
import { contract } from './contract';
import { type EinsumShapes, einsumShapes } from './einsum-equation';

export interface EinsumDenseOptions extends LayerOptions, Omit<KernelBiasOptions, 'useBias'> {
  /** Letters name axes: those of the input, of the kernel, and of what comes out. `...` stands for any. */
  equation: string;
  /** The shape of a sample of the output, without what `...` stands for; null where the input tells. */
  outputShape: number | Shape;
  /** The letters of the output along which the bias differs. Default none: no bias. */
  biasAxes?: string | null;
  /** Default: none. */
  activation?: ActivationIdentifier | null;
}

/**
 * A dense layer whose axes an equation names: `output = activation(einsum(equation, input, kernel) + bias)`.
 *
 * Shapes: as the equation says; `ab,bc->ac` is `Dense`, `abc,cde->abde` gives each step several heads. Throws on equations that do
 * not fit the shapes. Keras class: `keras.layers.EinsumDense`.
 *
 * @example
 * new EinsumDense({ equation: 'abc,cd->abd', outputShape: [null, 64] }).apply(tf.zeros([2, 32, 128])).shape; // [2, 32, 64]
 */
export class EinsumDense extends Layer {
  static override readonly className: string = 'EinsumDense';
  readonly equation: string;
  readonly outputShape: Shape;
  readonly biasAxes: string | null;
  readonly activation: Activation;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  declare kernel: Weight;
  declare bias: Weight | null;

  constructor(options: EinsumDenseOptions) {
    super(options, [
      ...['equation', 'outputShape', 'biasAxes', 'activation'],
      ...[...weightOptionNames('kernel'), ...weightOptionNames('bias')],
    ]);
    this.equation = options.equation;
    this.outputShape = [options.outputShape].flat();
    this.biasAxes = options.biasAxes ?? null;
    this.activation = activationOption(this.place, options.activation);
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
  }

  override build(inputShape: Shape): void {
    const { kernel, bias, inputAxes, outputAxes } = this.#shapes(inputShape);
    const initializer = withFans(this.kernelSettings.initializer, inputAxes, outputAxes);
    this.kernel = this.addWeight({ name: 'kernel', shape: kernel, ...this.kernelSettings, initializer });
    this.bias = bias ? this.addWeight({ name: 'bias', shape: bias, ...this.biasSettings }) : null;
    this.inputSpec = { ndim: inputShape.length };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const { equation } = this.#shapes(inputs.shape);
    const products = contract(equation, asFloat(inputs), this.kernel.read());
    return this.activation(this.bias ? tf.add(products, this.bias.read()) : products);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return this.#shapes(inputShape).output;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      output_shape: this.outputShape,
      equation: this.equation,
      activation: serializeActivation(this.activation),
      bias_axes: this.biasAxes,
      ...weightSettingsConfig({ kernel: this.kernelSettings, bias: this.biasSettings }),
      activity_regularizer: serializeValue(this.activityRegularizer),
      quantization_config: null,
    };
  }

  #shapes(inputShape: Shape): EinsumShapes {
    return einsumShapes(this.place, this, inputShape);
  }
}

/** The initializer with the axes its fans are counted by, where it has fans and was not told. */
function withFans(initializer: Initializer, inputAxes: number[], outputAxes: number[]): Initializer {
  if (!(initializer instanceof VarianceScaling)) return initializer;
  if (initializer.inputAxes !== null && initializer.outputAxes !== null) return initializer;
  const construct = initializer.constructor as new (options: Record<string, unknown>) => Initializer;
  return new construct({ ...optionsOf(initializer.getConfig()), seed: initializer.seed, inputAxes, outputAxes });
}
