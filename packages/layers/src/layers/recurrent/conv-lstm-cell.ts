import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Activation, type ActivationIdentifier, serializeActivation } from '../../activations/index';
import { formatShape, type Shape, type Shapes } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { activationOption, expectOneOf, expectPositiveInteger, perAxis } from '../checks';
import { slidingShape, type Window } from '../convolution/conv-shapes';
import { convolve } from '../convolution/convolve';
import { type DataFormat, expectDataFormat, toChannelsFirst, toChannelsLast } from '../data-format';
import { ForgetBias } from './forget-bias';
import { GatedCell, type GatedCellOptions } from './gated-cell';
import { lstmStep } from './lstm-cell';
import type { CellMasks, CellStep, States } from './rnn-cell';

export interface ConvLSTMCellOptions extends GatedCellOptions {
  /** The number of output channels. */
  filters: number;
  /** The size of the window, one number or one per axis. */
  kernelSize: number | readonly number[];
  /** How far the window moves over the inputs. Default 1. */
  strides?: number | readonly number[];
  /** Of the convolution of the inputs; that of the state always keeps the size. Default `valid`. */
  padding?: 'valid' | 'same';
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** The distance of the window's elements. Default 1. Not together with strides. */
  dilationRate?: number | readonly number[];
  /** Of the three gates. Default `sigmoid`. */
  recurrentActivation?: ActivationIdentifier | null;
  /** Whether the bias of the forget gate begins at 1. Default true. */
  unitForgetBias?: boolean;
}

/** The names of the options that this cell has beyond those of every gated cell. */
export const CONV_LSTM_OPTIONS = [
  'filters',
  'kernelSize',
  'strides',
  'padding',
  'dataFormat',
  'dilationRate',
  'recurrentActivation',
  'unitForgetBias',
] as const;

/** One step of a `ConvLSTM`: an `LSTMCell` whose products are convolutions. Keras: `ConvLSTMCell`. */
export class ConvLSTMCell extends GatedCell {
  static override readonly className: string = 'ConvLSTMCell';
  readonly filters: number;
  readonly window: Window & { dilationRate: readonly number[] };
  readonly recurrentActivation: Activation;
  readonly unitForgetBias: boolean;
  /** As Keras writes it: the states are images, whose shape is known once built. */
  readonly stateSize: readonly number[] = [-1, -1];
  #imageShape: Shape | null = null;

  /** `rank` is the number of axes of an image. */
  constructor(options: ConvLSTMCellOptions, rank: number) {
    super(options, CONV_LSTM_OPTIONS, 4);
    const {
      filters,
      kernelSize,
      strides = 1,
      padding = 'valid',
      dilationRate = 1,
      recurrentActivation = 'sigmoid',
    } = options;
    expectPositiveInteger(this.place, 'filters', filters, 32);
    expectOneOf(this.place, 'padding', padding, ['valid', 'same'] as const);
    this.filters = filters;
    this.window = {
      size: perAxis(this.place, 'kernelSize', kernelSize, rank),
      strides: perAxis(this.place, 'strides', strides, rank),
      dilationRate: perAxis(this.place, 'dilationRate', dilationRate, rank),
      padding,
      dataFormat: expectDataFormat(this.place, options.dataFormat),
    };
    this.#expectTogether();
    this.recurrentActivation = activationOption(this.place, recurrentActivation, 'recurrentActivation');
    this.unitForgetBias = options.unitForgetBias ?? true;
  }

  override build(inputShape: Shape): void {
    if (inputShape.slice(1).includes(null)) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: 'the height, width and channels of the images must be known',
        received: inWords(`shape ${formatShape(inputShape)}`),
        remedy: 'Give the model an input whose axes are known, but for the batch and the steps.',
      });
    }
    const channels = inputShape.at(this.#channelAxis) as number;
    const length = this.filters * 4;
    const { initializer } = this.biasSettings;
    this.#imageShape = [...inputShape];
    this.outputShape(null); // throws where the window is larger than the image
    this.kernel = this.addWeight({
      name: 'kernel',
      shape: [...this.window.size, channels, length],
      ...this.kernelSettings,
    });
    this.recurrentKernel = this.addWeight({
      name: 'recurrent_kernel',
      shape: [...this.window.size, this.filters, length],
      ...this.recurrentSettings,
    });
    this.bias = this.useBias
      ? this.addWeight({
          name: 'bias',
          shape: [length],
          ...this.biasSettings,
          initializer: this.unitForgetBias ? new ForgetBias(initializer) : initializer,
        })
      : null;
    this.buildRandom();
  }

  override outputShape(batchSize: number | null): Shape {
    const [, ...image] = this.#imageShape ?? [];
    return slidingShape(this.place, [batchSize, ...image], this.filters, this.window);
  }

  override stateShapes(batchSize: number | null): Shapes[] {
    const shape = this.outputShape(batchSize);
    return [shape, [...shape]];
  }

  override getInitialState(batchSize: number): States {
    return [tf.zeros(this.stateShape(batchSize)), tf.zeros(this.stateShape(batchSize))];
  }

  override recur(projected: tf.Tensor, [hidden, carry]: States, masks: CellMasks): CellStep {
    const same = {
      strides: this.window.size.map(() => 1),
      dilationRate: this.window.size.map(() => 1),
      padding: 'same',
    } as const;
    const product = this.recurrentProduct(hidden as tf.Tensor, masks, (state, kernel) =>
      convolve(this.#last(state), kernel, same),
    );
    const step = lstmStep(
      tf.add(projected, product),
      this.#last(carry as tf.Tensor),
      this.activation,
      this.recurrentActivation,
    );
    if (this.window.dataFormat === 'channels_last') return step;
    const [h, c] = (step.states as tf.Tensor[]).map(toChannelsFirst) as [tf.Tensor, tf.Tensor];
    return { output: h, states: [h, c] };
  }

  /** Convolves images, of one step or of many: `[…, batch, height, width, channels]`. */
  protected override multiply(inputs: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
    const axes = this.window.size.length + 1;
    const leading = inputs.shape.slice(0, -axes);
    const images = tf.reshape(inputs, [-1, ...inputs.shape.slice(-axes)]);
    const convolved = convolve(this.#last(images), kernel, this.window);
    return tf.reshape(convolved, [...leading, ...convolved.shape.slice(1)]);
  }

  protected override inputBias(): tf.Tensor | null {
    return this.bias?.read() ?? null;
  }

  protected override stateShape(batchSize: number): number[] {
    return this.outputShape(batchSize) as number[];
  }

  protected override patterns(): number {
    return this.gates;
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
      recurrent_activation: serializeActivation(this.recurrentActivation),
      unit_forget_bias: this.unitForgetBias,
    };
  }

  get #channelAxis(): number {
    return this.window.dataFormat === 'channels_last' ? -1 : 1;
  }

  #last(images: tf.Tensor): tf.Tensor {
    return this.window.dataFormat === 'channels_last' ? images : toChannelsLast(images);
  }

  #expectTogether(): void {
    const { strides, dilationRate } = this.window;
    if (Math.max(...strides) === 1 || Math.max(...dilationRate) === 1) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: 'only one of `strides` and `dilationRate` may be above 1',
      received: { strides, dilationRate },
      remedy: 'Leave one of them at 1.',
    });
  }
}
