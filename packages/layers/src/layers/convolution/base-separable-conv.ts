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

export interface BaseSeparableConvOptions extends LayerOptions, ChannelwiseWindowOptions {
  /** The number of output channels. */
  filters: number;
  /** The number of channels between the two steps for each input channel. Default 1. */
  depthMultiplier?: number;
  /** Default: none. */
  activation?: ActivationIdentifier | null;
  /** Whether a bias is added. Default true. */
  useBias?: boolean;
  /** Default `glorot_uniform`. */
  depthwiseInitializer?: InitializerIdentifier | null;
  /** Default `glorot_uniform`. */
  pointwiseInitializer?: InitializerIdentifier | null;
  /** Default `zeros`. */
  biasInitializer?: InitializerIdentifier | null;
  depthwiseRegularizer?: RegularizerIdentifier | null;
  pointwiseRegularizer?: RegularizerIdentifier | null;
  biasRegularizer?: RegularizerIdentifier | null;
  depthwiseConstraint?: ConstraintIdentifier | null;
  pointwiseConstraint?: ConstraintIdentifier | null;
  biasConstraint?: ConstraintIdentifier | null;
}

const OPTIONS = [
  ...[...CHANNELWISE_WINDOW_OPTIONS, 'filters', 'depthMultiplier', 'activation', 'useBias'],
  ...[...weightOptionNames('depthwise'), ...weightOptionNames('pointwise'), ...weightOptionNames('bias')],
];

/** What `SeparableConv1D` and `SeparableConv2D` have in common: all but the number of spatial axes. */
export abstract class BaseSeparableConv extends Layer {
  readonly filters: number;
  readonly depthMultiplier: number;
  readonly window: ChannelwiseWindow;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly settings: Readonly<Record<'depthwise' | 'pointwise' | 'bias', WeightSettings>>;
  declare depthwiseKernel: Weight;
  declare pointwiseKernel: Weight;
  declare bias: Weight | null;

  /** `spatialAxes` is the number of axes the window slides over. */
  constructor(options: BaseSeparableConvOptions, spatialAxes: number) {
    super(options, OPTIONS);
    expectPositiveInteger(this.place, 'filters', options.filters, 32);
    this.filters = options.filters;
    this.depthMultiplier = options.depthMultiplier ?? 1;
    expectPositiveInteger(this.place, 'depthMultiplier', this.depthMultiplier, 1);
    this.window = channelwiseWindow(this.place, options, spatialAxes);
    this.activation = activationOption(this.place, options.activation);
    this.useBias = options.useBias ?? true;
    this.settings = {
      depthwise: weightSettings(this.place, options, 'depthwise', 'glorot_uniform'),
      pointwise: weightSettings(this.place, options, 'pointwise', 'glorot_uniform'),
      bias: weightSettings(this.place, options, 'bias', 'zeros'),
    };
    this.inputSpec = { ndim: spatialAxes + 2 };
  }

  override build(inputShape: Shape): void {
    const channelAxis = this.window.dataFormat === 'channels_last' ? -1 : 1;
    const channels = inputShape.at(channelAxis) as number;
    // Tells early when the window is larger than the input.
    this.computeOutputShape(inputShape);
    const { size } = this.window;
    const { depthwise, pointwise, bias } = this.settings;
    const depthwiseShape = [...size, channels, this.depthMultiplier];
    const pointwiseShape = [...size.map(() => 1), channels * this.depthMultiplier, this.filters];
    this.depthwiseKernel = this.addWeight({ name: 'depthwise_kernel', shape: depthwiseShape, ...depthwise });
    this.pointwiseKernel = this.addWeight({ name: 'pointwise_kernel', shape: pointwiseShape, ...pointwise });
    this.bias = this.useBias ? this.addWeight({ name: 'bias', shape: [this.filters], ...bias }) : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [channelAxis]: channels } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    this.computeOutputShape(inputs.shape); // throws where TF.js would give an empty tensor
    const outputs = withChannelsLast(asFloat(inputs), this.window.dataFormat, (x) => {
      const filtered = depthwiseConvolve(x, this.depthwiseKernel.read(), this.window);
      const mixed = mixChannels(filtered, this.pointwiseKernel.read());
      return this.bias ? tf.add(mixed, this.bias.read()) : mixed;
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
      depth_multiplier: this.depthMultiplier,
      filters: this.filters,
      kernel_size: size,
      strides,
      padding,
      data_format: dataFormat,
      dilation_rate: dilationRate,
      activation: serializeActivation(this.activation),
      use_bias: this.useBias,
      ...weightSettingsConfig(this.settings),
      activity_regularizer: serializeValue(this.activityRegularizer),
    };
  }
}

/** A convolution with a window of one element is a product of matrices. */
function mixChannels(x: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
  const [inputs, outputs] = kernel.shape.slice(-2) as [number, number];
  const mixed = tf.matMul(
    tf.reshape(x, [-1, inputs]) as tf.Tensor2D,
    tf.reshape(kernel, [inputs, outputs]) as tf.Tensor2D,
  );
  return tf.reshape(mixed, [...x.shape.slice(0, -1), outputs]);
}
