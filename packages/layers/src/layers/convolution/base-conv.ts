import { inWords, TenlabError } from '@tenlab/core';
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
import { type Padding, slidingShape, type Window } from './conv-shapes';
import { convolve } from './convolve';

/** `Allowed` are the paddings it has: `causal` is for sequences only. */
export interface BaseConvOptions<Allowed extends Padding = 'valid' | 'same'> extends LayerOptions, KernelBiasOptions {
  /** The number of output channels. */
  filters: number;
  /** The size of the window, one number or one per axis. */
  kernelSize: number | readonly number[];
  /** How far the window moves, one number or one per axis. Default 1. */
  strides?: number | readonly number[];
  /** `valid` (default): none. `same`: so much that with stride 1 the size stays. `causal`: so much, but in front only. */
  padding?: Allowed;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** The distance of the window's elements. Default 1. Not together with strides. */
  dilationRate?: number | readonly number[];
  /** Into how many groups channels are divided that are convolved on their own. Default 1. */
  groups?: number;
  /** Default: none. */
  activation?: ActivationIdentifier | null;
}

/** The names of {@link BaseConvOptions}. */
export const CONV_OPTIONS = [
  'filters',
  'kernelSize',
  'strides',
  'padding',
  'dataFormat',
  'dilationRate',
  'groups',
  'activation',
  ...KERNEL_BIAS_OPTIONS,
];

/** What `Conv1D`, `Conv2D` and `Conv3D` have in common: all but the number of spatial axes. */
export abstract class BaseConv extends Layer {
  readonly filters: number;
  readonly window: Window & { dilationRate: readonly number[] };
  readonly groups: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  declare kernel: Weight;
  declare bias: Weight | null;

  /** `spatialAxes` is the number of axes the window slides over. */
  constructor(options: BaseConvOptions<Padding>, spatialAxes: number) {
    super(options, CONV_OPTIONS);
    const { filters, kernelSize, strides = 1, padding = 'valid', dilationRate = 1, groups = 1 } = options;
    expectPositiveInteger(this.place, 'filters', filters, 32);
    expectPositiveInteger(this.place, 'groups', groups, 1);
    expectOneOf(
      this.place,
      'padding',
      padding,
      spatialAxes === 1 ? (['valid', 'same', 'causal'] as const) : (['valid', 'same'] as const),
    );
    this.filters = filters;
    this.groups = groups;
    this.window = {
      size: perAxis(this.place, 'kernelSize', kernelSize, spatialAxes),
      strides: perAxis(this.place, 'strides', strides, spatialAxes),
      dilationRate: perAxis(this.place, 'dilationRate', dilationRate, spatialAxes),
      padding,
      dataFormat: expectDataFormat(this.place, options.dataFormat),
    };
    this.#expectTogether();
    this.activation = activationOption(this.place, options.activation);
    this.useBias = options.useBias ?? true;
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.inputSpec = { ndim: spatialAxes + 2 };
  }

  override build(inputShape: Shape): void {
    const channelAxis = this.window.dataFormat === 'channels_last' ? -1 : 1;
    const channels = inputShape.at(channelAxis) as number;
    if (channels % this.groups !== 0) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: `the number of input channels must be a multiple of \`groups\`, ${this.groups}`,
        received: inWords(`${channels} channels`),
        remedy: 'Choose another number of groups.',
      });
    }
    // Tells early when the window is larger than the input.
    this.computeOutputShape(inputShape);
    const shape = [...this.window.size, channels / this.groups, this.filters];
    this.kernel = this.addWeight({ name: 'kernel', shape, ...this.kernelSettings });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: [this.filters], ...this.biasSettings }) : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [channelAxis]: channels } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    this.computeOutputShape(inputs.shape); // throws where TF.js would give an empty tensor
    const outputs = withChannelsLast(asFloat(inputs), this.window.dataFormat, (x) => {
      const convolved = convolve(x, this.kernel.read(), this.window, this.groups);
      return this.bias ? tf.add(convolved, this.bias.read()) : convolved;
    });
    return this.activation(outputs);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return slidingShape(this.place, inputShape, this.filters, this.window);
  }

  override getConfig(): Config {
    const { size, strides, padding, dataFormat, dilationRate } = this.window;
    return {
      ...super.getConfig(),
      filters: this.filters,
      kernel_size: size,
      strides,
      padding,
      data_format: dataFormat,
      dilation_rate: dilationRate,
      groups: this.groups,
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig({ kernel: this.kernelSettings, bias: this.biasSettings }),
      activity_regularizer: serializeValue(this.activityRegularizer),
    };
  }

  #expectTogether(): void {
    const { strides, dilationRate } = this.window;
    const fail = (expected: string, received: unknown, remedy: string): never => {
      throw new TenlabError({ code: 'invalid-argument', place: this.place, expected, received, remedy });
    };
    if (this.filters % this.groups !== 0) {
      fail(
        '`filters` must be a multiple of `groups`',
        { filters: this.filters, groups: this.groups },
        'Choose numbers that divide.',
      );
    }
    if (Math.max(...strides) > 1 && Math.max(...dilationRate) > 1) {
      fail(
        'only one of `strides` and `dilationRate` may be above 1',
        { strides, dilationRate },
        'Leave one of them at 1.',
      );
    }
  }
}
