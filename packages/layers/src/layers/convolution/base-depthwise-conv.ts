import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import type { ConstraintIdentifier } from '../../constraints/index';
import type { Shape } from '../../graph/shape';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { RegularizerIdentifier } from '../../regularizers/index';
import { serializeValue } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { activationOption, expectPositiveInteger } from '../checks';
import { withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';
import {
  CHANNELWISE_WINDOW_OPTIONS,
  type ChannelwiseWindow,
  type ChannelwiseWindowOptions,
  channelwiseWindow,
} from './channelwise-window';
import { slidingShape } from './conv-shapes';
import { depthwiseConvolve } from './depthwise-convolve';

export interface BaseDepthwiseConvOptions extends LayerOptions, ChannelwiseWindowOptions {
  /** The number of output channels for each input channel. Default 1. */
  depthMultiplier?: number;
  /** Default: none. */
  activation?: ActivationIdentifier | null;
  /** Whether a bias is added. Default true. */
  useBias?: boolean;
  /** Default `glorot_uniform`. */
  depthwiseInitializer?: InitializerIdentifier | null;
  /** Default `zeros`. */
  biasInitializer?: InitializerIdentifier | null;
  depthwiseRegularizer?: RegularizerIdentifier | null;
  biasRegularizer?: RegularizerIdentifier | null;
  depthwiseConstraint?: ConstraintIdentifier | null;
  biasConstraint?: ConstraintIdentifier | null;
}

const OPTIONS = [
  ...[...CHANNELWISE_WINDOW_OPTIONS, 'depthMultiplier', 'activation', 'useBias'],
  ...[...weightOptionNames('depthwise'), ...weightOptionNames('bias')],
];

/** What `DepthwiseConv1D` and `DepthwiseConv2D` have in common: all but the number of spatial axes. */
export abstract class BaseDepthwiseConv extends Layer {
  readonly depthMultiplier: number;
  readonly window: ChannelwiseWindow;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly depthwiseSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  declare kernel: Weight;
  declare bias: Weight | null;

  /** `spatialAxes` is the number of axes the window slides over. */
  constructor(options: BaseDepthwiseConvOptions, spatialAxes: number) {
    super(options, OPTIONS);
    this.depthMultiplier = options.depthMultiplier ?? 1;
    expectPositiveInteger(this.place, 'depthMultiplier', this.depthMultiplier, 1);
    this.window = channelwiseWindow(this.place, options, spatialAxes);
    this.activation = activationOption(this.place, options.activation);
    this.useBias = options.useBias ?? true;
    this.depthwiseSettings = weightSettings(this.place, options, 'depthwise', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.inputSpec = { ndim: spatialAxes + 2 };
  }

  override build(inputShape: Shape): void {
    const channelAxis = this.window.dataFormat === 'channels_last' ? -1 : 1;
    const channels = inputShape.at(channelAxis) as number;
    // Tells early when the window is larger than the input.
    this.computeOutputShape(inputShape);
    const shape = [...this.window.size, channels, this.depthMultiplier];
    this.kernel = this.addWeight({ name: 'kernel', shape, ...this.depthwiseSettings });
    const outputs = [channels * this.depthMultiplier];
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: outputs, ...this.biasSettings }) : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [channelAxis]: channels } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    this.computeOutputShape(inputs.shape); // throws where TF.js would give an empty tensor
    const outputs = withChannelsLast(asFloat(inputs), this.window.dataFormat, (x) => {
      const convolved = depthwiseConvolve(x, this.kernel.read(), this.window);
      return this.bias ? tf.add(convolved, this.bias.read()) : convolved;
    });
    return this.activation(outputs);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const channels = inputShape.at(this.window.dataFormat === 'channels_last' ? -1 : 1) ?? null;
    const outputs = channels === null ? null : channels * this.depthMultiplier;
    return slidingShape(this.place, inputShape, outputs, this.window);
  }

  override getConfig(): Config {
    const { size, strides, padding, dataFormat, dilationRate } = this.window;
    return {
      ...super.getConfig(),
      depth_multiplier: this.depthMultiplier,
      kernel_size: size,
      strides,
      padding,
      data_format: dataFormat,
      dilation_rate: dilationRate,
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig({ depthwise: this.depthwiseSettings, bias: this.biasSettings }),
      activity_regularizer: serializeValue(this.activityRegularizer),
    };
  }
}
