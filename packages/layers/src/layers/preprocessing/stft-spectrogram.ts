import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import { STFT, type STFTOptions } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { expectOneOf, expectPositiveInteger, readOption } from '../checks';
import { convolve } from '../convolution/convolve';
import { type DataFormat, expectDataFormat } from '../data-format';
import { Layer, type LayerOptions } from '../layer';

const MODES = ['log', 'magnitude', 'psd', 'real', 'imag', 'angle', 'stft'] as const;

export interface STFTSpectrogramOptions extends LayerOptions {
  /** What is told of each frequency: the logarithm of its magnitude, the magnitude, … Default `log`. */
  mode?: (typeof MODES)[number];
  /** The length of a frame. Default 256. */
  frameLength?: number;
  /** From the start of a frame to that of the next. Default: half a frame. */
  frameStep?: number | null;
  /** The length of the transform; it has `fftLength / 2 + 1` frequencies. Default: the next power of two from the frame's length. */
  fftLength?: number | null;
  /** Tapers the frame. Default `hann`. */
  window?: STFTOptions['window'];
  /** Whether the window repeats after the frame. Default false. */
  periodic?: boolean;
  /** Divides by the window's `√Σw²` (`density`) or `Σ|w|` (`spectrum`). Default `density`. */
  scaling?: 'density' | 'spectrum' | null;
  /** Default `valid`. */
  padding?: 'valid' | 'same';
  /** Whether frequencies have an axis of their own. Default false: they follow one another channel by channel. */
  expandDims?: boolean;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** What Keras takes for 0 before a root or a logarithm. */
const EPSILON = 1e-7;

/**
 * The short-time Fourier transform of a signal as a convolution whose kernels are the waves, so that it can be trained further:
 * `real = signal * (window cos)`, `imag = -signal * (window sin)`; `magnitude = √(real² + imag²)`, `log` its logarithm.
 *
 * Shapes: `[batch, time, channels]` to `[batch, frames, channels * frequencies]`, with `expandDims` to
 * `[batch, frames, frequencies, channels]`; for mode `stft` there are real and imaginary parts, twice as many.
 * Throws on a step or a transform that does not fit the frame. Keras class: `keras.layers.STFTSpectrogram`.
 *
 * @example
 * new STFTSpectrogram({ frameLength: 16 }).apply(tf.zeros([1, 64, 1])).shape; // [1, 7, 9]
 */
export class STFTSpectrogram extends Layer {
  static override readonly className: string = 'STFTSpectrogram';
  readonly mode: (typeof MODES)[number];
  readonly frameLength: number;
  readonly frameStep: number | null;
  readonly fftLength: number | null;
  readonly window: STFTOptions['window'];
  readonly periodic: boolean;
  readonly scaling: 'density' | 'spectrum' | null;
  readonly padding: 'valid' | 'same';
  readonly expandDims: boolean;
  readonly dataFormat: DataFormat;
  declare realKernel: Weight | null;
  declare imagKernel: Weight | null;

  constructor(options: STFTSpectrogramOptions = {}) {
    super(options, [
      ...['mode', 'frameLength', 'frameStep', 'fftLength', 'window', 'periodic', 'scaling', 'padding', 'expandDims'],
      'dataFormat',
    ]);
    const { mode = 'log', frameLength = 256, frameStep = null, fftLength = null, padding = 'valid' } = options;
    expectOneOf(this.place, 'mode', mode, MODES);
    expectOneOf(this.place, 'padding', padding, ['valid', 'same'] as const);
    expectPositiveInteger(this.place, 'frameLength', frameLength, 256);
    if (frameStep !== null) expectPositiveInteger(this.place, 'frameStep', frameStep, 128);
    if (fftLength !== null) expectPositiveInteger(this.place, 'fftLength', fftLength, 256);
    this.mode = mode;
    this.frameLength = frameLength;
    this.frameStep = frameStep;
    this.fftLength = fftLength;
    this.window = options.window === undefined ? 'hann' : options.window;
    this.periodic = options.periodic ?? false;
    this.scaling = options.scaling === undefined ? 'density' : options.scaling;
    this.padding = padding;
    this.expandDims = options.expandDims ?? false;
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    readOption(this.place, 'window', () => this.#initializer('real'));
    this.inputSpec = { ndim: 3 };
    if ((frameStep ?? 1) <= frameLength && (fftLength ?? frameLength) >= frameLength) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`frameStep` must not be above `frameLength`, nor `fftLength` below it',
      received: inWords(`frameLength ${frameLength}, frameStep ${frameStep}, fftLength ${fftLength}`),
      remedy: 'Leave both out for half a frame and the next power of two.',
    });
  }

  override build(): void {
    const shape = [this.frameLength, 1, this.#frequencies];
    const kernel = (side: 'real' | 'imag') =>
      this.addWeight({ name: `${side}_kernel`, shape, initializer: this.#initializer(side) });
    this.realKernel = this.mode === 'imag' ? null : kernel('real');
    this.imagKernel = this.mode === 'real' ? null : kernel('imag');
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = this.dataFormat === 'channels_first' ? asFloat(inputs) : tf.transpose(asFloat(inputs), [0, 2, 1]);
    const real = this.realKernel ? this.#transform(x, this.realKernel.read()) : null;
    const imag = this.imagKernel ? this.#transform(x, this.imagKernel.read()) : null;
    return this.#arrange(this.#tell(real, imag));
  }

  override computeOutputShape([batch = null, ...axes]: Shape): Shape {
    const isFirst = this.dataFormat === 'channels_first';
    const [time, channels] = (isFirst ? [axes[1], axes[0]] : axes) as [number | null, number | null];
    const span = this.padding === 'same' ? 0 : this.frameLength - 1;
    const frames = time === null ? null : Math.max(0, Math.ceil((time - span) / this.#step));
    const frequencies = this.#frequencies * (this.mode === 'stft' ? 2 : 1);
    if (this.expandDims) {
      return isFirst ? [batch, channels, frames, frequencies] : [batch, frames, frequencies, channels];
    }
    const features = channels === null ? null : channels * frequencies;
    return isFirst ? [batch, features, frames] : [batch, frames, features];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      mode: this.mode,
      frame_length: this.frameLength,
      frame_step: this.frameStep,
      fft_length: this.fftLength,
      window: this.window,
      periodic: this.periodic,
      scaling: this.scaling,
      padding: this.padding,
      data_format: this.dataFormat,
      expand_dims: this.expandDims,
    };
  }

  get #step(): number {
    return this.frameStep ?? Math.max(1, Math.floor(this.frameLength / 2));
  }

  get #frequencies(): number {
    const length = this.fftLength ?? 2 ** Math.ceil(Math.log2(this.frameLength));
    return Math.floor(length / 2) + 1;
  }

  #initializer(side: 'real' | 'imag'): STFT {
    const { window = 'hann', scaling, periodic } = this;
    return new STFT({ side, window, scaling, periodic });
  }

  /** `[batch, channels, time]` to `[batch, channels, frames, frequencies]`. */
  #transform(x: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
    const [batch, channels, time] = x.shape as [number, number, number];
    const window = { strides: [this.#step], padding: this.padding, dilationRate: [1] };
    const transformed = convolve(tf.reshape(x, [batch * channels, time, 1]), kernel, window);
    return tf.reshape(transformed, [batch, channels, ...transformed.shape.slice(1)]);
  }

  #tell(real: tf.Tensor | null, imag: tf.Tensor | null): tf.Tensor {
    if (!real || !imag) return (real ?? imag) as tf.Tensor;
    if (this.mode === 'angle') return tf.atan2(imag, real);
    if (this.mode === 'stft') return tf.concat([real, imag], 3);
    const power = tf.add(tf.square(real), tf.square(imag));
    // All frequencies but the first and the last stand for those below 0 too.
    if (this.mode === 'psd') return tf.mul(power, tf.tensor1d(twice(this.#frequencies)));
    const magnitude = tf.sqrt(tf.maximum(power, EPSILON));
    return this.mode === 'magnitude' ? magnitude : tf.log(tf.maximum(magnitude, EPSILON));
  }

  /** `[batch, channels, frames, frequencies]` as the options have it. */
  #arrange(x: tf.Tensor): tf.Tensor {
    const [batch, channels, frames, frequencies] = x.shape as [number, number, number, number];
    const isFirst = this.dataFormat === 'channels_first';
    if (this.expandDims) return isFirst ? x : tf.transpose(x, [0, 2, 3, 1]);
    if (isFirst) return tf.reshape(tf.transpose(x, [0, 1, 3, 2]), [batch, channels * frequencies, frames]);
    return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch, frames, channels * frequencies]);
  }
}

function twice(length: number): number[] {
  return Array.from({ length }, (_, i) => (i === 0 || i === length - 1 ? 1 : 2));
}
