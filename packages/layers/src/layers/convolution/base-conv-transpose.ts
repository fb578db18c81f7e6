import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { serializeValue } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { activationOption, expectOneOf, expectPositiveInteger, perAxis } from '../checks';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import {
  KERNEL_BIAS_OPTIONS,
  type KernelBiasOptions,
  type WeightSettings,
  weightSettings,
  weightSettingsConfig,
} from '../weight-settings';
import { transposeConvolve } from './transpose-convolve';

export interface BaseConvTransposeOptions extends LayerOptions, KernelBiasOptions {
  /** The number of output channels. */
  filters: number;
  /** The size of the window, one number or one per axis. */
  kernelSize: number | readonly number[];
  /** How many times longer the result is, one number or one per axis. Default 1. */
  strides?: number | readonly number[];
  /** `valid` (default): the whole result. `same`: input length times stride. */
  padding?: 'valid' | 'same';
  /** Added to the length of the result; less than the stride. Default null: inferred. */
  outputPadding?: number | readonly number[] | null;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** The distance of the window's elements. Default 1. Not together with strides. */
  dilationRate?: number | readonly number[];
  /** Default: none. */
  activation?: ActivationIdentifier | null;
}

const OPTIONS = [
  ...['filters', 'kernelSize', 'strides', 'padding', 'outputPadding', 'dataFormat', 'dilationRate', 'activation'],
  ...KERNEL_BIAS_OPTIONS,
];

/** What `Conv1DTranspose`, `Conv2DTranspose` and `Conv3DTranspose` have in common: all but the number of spatial axes. */
export abstract class BaseConvTranspose extends Layer {
  readonly filters: number;
  readonly kernelSize: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
  readonly outputPadding: readonly number[] | null;
  readonly dataFormat: DataFormat;
  readonly dilationRate: readonly number[];
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  declare kernel: Weight;
  declare bias: Weight | null;

  /** `spatialAxes` is the number of axes the window slides over. */
  constructor(options: BaseConvTransposeOptions, spatialAxes: number) {
    super(options, OPTIONS);
    const { filters, kernelSize, strides = 1, padding = 'valid', outputPadding = null, dilationRate = 1 } = options;
    expectPositiveInteger(this.place, 'filters', filters, 32);
    expectOneOf(this.place, 'padding', padding, ['valid', 'same'] as const);
    this.filters = filters;
    this.kernelSize = perAxis(this.place, 'kernelSize', kernelSize, spatialAxes);
    this.strides = perAxis(this.place, 'strides', strides, spatialAxes);
    this.padding = padding;
    this.outputPadding =
      outputPadding === null ? null : perAxis(this.place, 'outputPadding', outputPadding, spatialAxes, 0);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.dilationRate = perAxis(this.place, 'dilationRate', dilationRate, spatialAxes);
    this.#expectTogether();
    this.activation = activationOption(this.place, options.activation);
    this.useBias = options.useBias ?? true;
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.inputSpec = { ndim: spatialAxes + 2 };
  }

  override build(inputShape: Shape): void {
    const channelAxis = this.dataFormat === 'channels_last' ? -1 : 1;
    const channels = inputShape.at(channelAxis) as number;
    const shape = [...this.kernelSize, this.filters, channels];
    this.kernel = this.addWeight({ name: 'kernel', shape, ...this.kernelSettings });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: [this.filters], ...this.biasSettings }) : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [channelAxis]: channels } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const { strides, dilationRate, padding } = this;
    const outputs = withChannelsLast(asFloat(inputs), this.dataFormat, (x) => {
      const outputLengths = this.#lengths(x.shape.slice(1, -1)) as number[];
      const window = { strides, dilationRate, padding, outputLengths };
      const convolved = transposeConvolve(x, this.kernel.read(), window);
      return this.bias ? tf.add(convolved, this.bias.read()) : convolved;
    });
    return this.activation(outputs);
  }

  override computeOutputShape([batch = null, ...rest]: Shape): Shape {
    return this.dataFormat === 'channels_last'
      ? [batch, ...this.#lengths(rest.slice(0, -1)), this.filters]
      : [batch, this.filters, ...this.#lengths(rest.slice(1))];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      filters: this.filters,
      kernel_size: this.kernelSize,
      strides: this.strides,
      padding: this.padding,
      output_padding: this.outputPadding,
      data_format: this.dataFormat,
      dilation_rate: this.dilationRate,
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig({ kernel: this.kernelSettings, bias: this.biasSettings }),
      activity_regularizer: serializeValue(this.activityRegularizer),
    };
  }

  /** Keras's rule, which is TensorFlow's: with `outputPadding`, `(length - 1) * stride` plus what the window reaches over. */
  #lengths(lengths: Shape): Shape {
    return lengths.map((length, axis) => {
      if (length === null) return null;
      const stride = this.strides[axis] as number;
      const size = (this.dilationRate[axis] as number) * ((this.kernelSize[axis] as number) - 1) + 1;
      const extra = this.outputPadding?.[axis] ?? null;
      if (this.padding === 'valid') return (length - 1) * stride + size + (extra ?? Math.max(stride - size, 0));
      return extra === null ? length * stride : (length - 1) * stride + (size % 2) + extra;
    });
  }

  #expectTogether(): void {
    const { strides, dilationRate, outputPadding } = this;
    if (Math.max(...strides) > 1 && Math.max(...dilationRate) > 1) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: 'only one of `strides` and `dilationRate` may be above 1',
        received: { strides, dilationRate },
        remedy: 'Leave one of them at 1.',
      });
    }
    if (outputPadding?.some((extra, axis) => extra >= (strides[axis] as number))) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`outputPadding` must be less than `strides` along each axis',
        received: { outputPadding, strides },
        remedy: 'Leave it out, or make it smaller.',
      });
    }
  }
}
