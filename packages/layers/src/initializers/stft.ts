import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { Initializer } from './initializer';

export interface STFTOptions {
  /** Which part of the transform. Default `real`. */
  side?: 'real' | 'imag';
  /** Tapers the frame; a list holds the window's values. Default `hann`; null for none. */
  window?: 'hann' | 'hamming' | 'blackman' | 'boxcar' | readonly number[] | null;
  /** Divides by the window's `√Σw²` (`density`) or `Σ|w|` (`spectrum`). Default `density`; null for neither. */
  scaling?: 'density' | 'spectrum' | null;
  /** Whether the window repeats after the frame rather than ending with it. Default false. */
  periodic?: boolean;
}

/** The windows as sums of cosines: `Σ (-1)^k · a_k · cos(2π k n / N)`. */
const WINDOWS: Readonly<Record<string, readonly number[]>> = {
  hann: [0.5, 0.5],
  hamming: [0.54, 0.46],
  blackman: [0.42, 0.5, 0.08],
  boxcar: [1],
};

/**
 * The kernel of a convolution that computes a short-time Fourier transform: `window · cos(-2π t f / length)` or the sine.
 *
 * Shape `[frame length, channels, fft length / 2 + 1]`. Keras class: `keras.initializers.STFT`.
 *
 * @example
 * new STFT({ window: null }).initialize([4, 1, 3]).shape; // [4, 1, 3]
 */
export class STFT extends Initializer {
  static readonly className: string = 'STFT';
  readonly side: 'real' | 'imag';
  readonly window: STFTOptions['window'];
  readonly scaling: 'density' | 'spectrum' | null;
  readonly periodic: boolean;

  constructor(options: STFTOptions = {}) {
    super();
    expectKnownOptions('STFT', options, ['side', 'window', 'scaling', 'periodic']);
    this.side = options.side ?? 'real';
    this.window = options.window === undefined ? 'hann' : options.window;
    this.scaling = options.scaling === undefined ? 'density' : options.scaling;
    this.periodic = options.periodic ?? false;
    const { window } = this;
    const isKnown = typeof window !== 'string' || window in WINDOWS;
    if (isKnown && ['real', 'imag'].includes(this.side) && ['density', 'spectrum', null].includes(this.scaling)) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'STFT',
      expected: `\`side\` 'real' or 'imag', \`window\` one of '${Object.keys(WINDOWS).join("', '")}' or its values, \`scaling\` 'density', 'spectrum' or null`,
      received: options,
      remedy: 'Give the values of any other window as a list.',
    });
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const [frame = 0, channels = 0, bins = 0] = shape;
    if (shape.length !== 3) this.#refuse('a shape [frame length, channels, fft length / 2 + 1]', shape);
    const window = this.#windowValues(frame);
    const scale = this.#scaleOf(window);
    const values = new Float32Array(frame * channels * bins);
    for (let time = 0; time < frame; time++) {
      for (let bin = 0; bin < bins; bin++) {
        const angle = (-2 * Math.PI * time * bin) / (2 * (bins - 1));
        const wave = this.side === 'real' ? Math.cos(angle) : Math.sin(angle);
        for (let channel = 0; channel < channels; channel++) {
          values[(time * channels + channel) * bins + bin] = (wave * window[time]!) / scale;
        }
      }
    }
    return tf.tensor(values, shape, dtype);
  }

  override getConfig(): Config {
    return { side: this.side, window: this.window, periodic: this.periodic, scaling: this.scaling };
  }

  #windowValues(length: number): readonly number[] {
    const { window } = this;
    if (!window) return new Array<number>(length).fill(1);
    if (typeof window !== 'string') {
      return window.length === length ? window : this.#refuse(`a window of ${length} values`, window.length);
    }
    const terms = WINDOWS[window]!;
    const span = this.periodic ? length : Math.max(1, length - 1);
    return Array.from({ length }, (_, n) =>
      terms.reduce((sum, a, k) => sum + (-1) ** k * a * Math.cos((2 * Math.PI * k * n) / span), 0),
    );
  }

  #scaleOf(window: readonly number[]): number {
    if (!this.window || this.scaling === null) return 1;
    const isDensity = this.scaling === 'density';
    const sum = window.reduce((total, value) => total + (isDensity ? value * value : Math.abs(value)), 0);
    return isDensity ? Math.sqrt(sum) : sum;
  }

  #refuse(expected: string, received: unknown): never {
    const remedy = 'Make the shape and the window fit each other.';
    throw new TenlabError({ code: 'invalid-shape', place: 'STFT', expected, received, remedy });
  }
}
