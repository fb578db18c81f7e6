import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import { STFT, type STFTOptions } from '../../initializers/index';
import type { Config } from '../../registry/config';
import { expectNumber, positive } from '../../registry/options';
import { asFloat } from '../as-float';
import { expectPositiveInteger, readOption } from '../checks';
import { convolve } from '../convolution/convolve';
import { Layer, type LayerOptions } from '../layer';

export interface MelSpectrogramOptions extends LayerOptions {
  /** The length of the transform; it has `fftLength / 2 + 1` frequencies. Default 2048. */
  fftLength?: number;
  /** From the middle of a frame to that of the next. Default 512. */
  sequenceStride?: number;
  /** The length of a frame. Default: that of the transform. */
  sequenceLength?: number | null;
  /** Tapers the frame. Default `hann`. */
  window?: Extract<STFTOptions['window'], 'hann' | 'hamming' | null | readonly number[]>;
  /** Values per second of the signal. Default 16000. */
  samplingRate?: number;
  /** The number of bands. Default 128. */
  numMelBins?: number;
  /** Where the first band begins, in hertz. Default 20. */
  minFreq?: number;
  /** Where the last band ends. Default: half of the sampling rate. */
  maxFreq?: number | null;
  /** Whether the answer is in decibels. Default true. */
  powerToDb?: boolean;
  /** How far below the greatest value of the batch decibels are cut off. Default 80. */
  topDb?: number;
  /** The power of magnitudes. Default 2. */
  magExp?: number;
  /** The least power there is. Default 1e-10. */
  minPower?: number;
  /** What decibels are relative to. Default 1. */
  refPower?: number;
}

/**
 * What a signal sounds like over time: the powers of its short-time Fourier transform, summed in bands that are equally wide to the ear.
 *
 * `bands = |STFT|^magExp · triangles`, each triangle reaching from the middle of the band below to that of the band above on the scale
 * `mel = 1127 log(1 + hertz / 700)`; then `10 log10(bands / refPower)`, at least the greatest less `topDb`.
 *
 * Shapes: `[batch, time]` or `[time]`, to `[batch, numMelBins, time / sequenceStride + 1]`. Throws on a frame longer than the transform.
 * Keras class: `keras.layers.MelSpectrogram`.
 *
 * @example
 * new MelSpectrogram({ fftLength: 64, sequenceStride: 16, numMelBins: 8 }).apply(tf.zeros([1, 160])).shape; // [1, 8, 11]
 */
export class MelSpectrogram extends Layer {
  static override readonly className: string = 'MelSpectrogram';
  readonly fftLength: number;
  readonly sequenceStride: number;
  readonly sequenceLength: number;
  readonly window: MelSpectrogramOptions['window'];
  readonly samplingRate: number;
  readonly numMelBins: number;
  readonly minFreq: number;
  readonly maxFreq: number;
  readonly powerToDb: boolean;
  readonly topDb: number;
  readonly magExp: number;
  readonly minPower: number;
  readonly refPower: number;
  #waves: Float32Array | null = null;

  constructor(options: MelSpectrogramOptions = {}) {
    super(options, [
      ...['fftLength', 'sequenceStride', 'sequenceLength', 'window', 'samplingRate', 'numMelBins', 'minFreq'],
      ...['maxFreq', 'powerToDb', 'topDb', 'magExp', 'minPower', 'refPower'],
    ]);
    this.fftLength = options.fftLength ?? 2048;
    this.sequenceStride = options.sequenceStride ?? 512;
    this.sequenceLength = options.sequenceLength ?? this.fftLength;
    this.window = options.window === undefined ? 'hann' : options.window;
    this.samplingRate = options.samplingRate ?? 16000;
    this.numMelBins = options.numMelBins ?? 128;
    this.minFreq = options.minFreq ?? 20;
    this.maxFreq = options.maxFreq ?? Math.trunc(this.samplingRate / 2);
    this.powerToDb = options.powerToDb ?? true;
    this.topDb = options.topDb ?? 80;
    this.magExp = options.magExp ?? 2;
    this.minPower = options.minPower ?? 1e-10;
    this.refPower = options.refPower ?? 1;
    for (const option of ['fftLength', 'sequenceStride', 'sequenceLength', 'numMelBins'] as const) {
      expectPositiveInteger(this.place, option, this[option], 64);
    }
    expectNumber(this.place, 'samplingRate', this.samplingRate, positive);
    readOption(this.place, 'window', () => this.#wave('real'));
    this.markBuilt();
    if (this.fftLength >= this.sequenceLength) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`fftLength` must not be below `sequenceLength`',
      received: inWords(`fftLength ${this.fftLength}, sequenceLength ${this.sequenceLength}`),
      remedy: 'Leave `sequenceLength` out for frames as long as the transform.',
    });
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    if (inputs.rank === 1) return tf.squeeze(this.call(tf.expandDims(inputs, 0)), [0]);
    const powers = this.#powers(asFloat(inputs));
    const bands = tf.matMul(powers, tf.tile(tf.expandDims(this.#triangles(), 0), [inputs.shape[0] as number, 1, 1]));
    return tf.transpose(this.powerToDb ? this.#inDecibels(bands) : bands, [0, 2, 1]);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const time = inputShape.at(-1) ?? null;
    const margin = 2 * Math.floor(this.fftLength / 2) - this.fftLength;
    const frames = time === null ? null : Math.floor((time + margin) / this.sequenceStride) + 1;
    return [...inputShape.slice(0, -1), this.numMelBins, frames];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      fft_length: this.fftLength,
      sequence_stride: this.sequenceStride,
      sequence_length: this.sequenceLength,
      window: this.window,
      sampling_rate: this.samplingRate,
      num_mel_bins: this.numMelBins,
      min_freq: this.minFreq,
      max_freq: this.maxFreq,
      power_to_db: this.powerToDb,
      top_db: this.topDb,
      mag_exp: this.magExp,
      min_power: this.minPower,
      ref_power: this.refPower,
    };
  }

  get #frequencies(): number {
    return Math.floor(this.fftLength / 2) + 1;
  }

  #wave(side: 'real' | 'imag'): STFT {
    const { window = 'hann' } = this;
    return new STFT({ side, window, scaling: null, periodic: true });
  }

  /** The waves of all frequencies, cosines then sines: a kernel `[frame, 1, 2 * frequencies]`. Made once, for it takes a while. */
  #kernel(): tf.Tensor {
    const shape = [this.sequenceLength, 1, this.#frequencies];
    const sides = () => (['real', 'imag'] as const).map((side) => this.#wave(side).initialize(shape));
    this.#waves ??= tf.tidy(() => tf.concat(sides(), 2).dataSync<'float32'>().slice());
    return tf.tensor(this.#waves, [this.sequenceLength, 1, 2 * this.#frequencies]);
  }

  /** `[batch, time]` to `[batch, frames, frequencies]`. */
  #powers(signal: tf.Tensor): tf.Tensor {
    const { fftLength, sequenceLength } = this;
    const half = Math.floor(fftLength / 2);
    const padded = tf.mirrorPad(
      signal,
      [
        [0, 0],
        [half, half],
      ],
      'reflect',
    );
    // A frame is in the middle of the transform; where it begins changes the phase of a wave but not its magnitude.
    const before = Math.floor((fftLength - sequenceLength) / 2);
    const [batch, length] = padded.shape as [number, number];
    const seen = tf.slice(padded, [0, before], [batch, length - (fftLength - sequenceLength)]);
    const window = { strides: [this.sequenceStride], padding: 'valid', dilationRate: [1] } as const;
    const [real, imag] = tf.split(convolve(tf.expandDims(seen, -1), this.#kernel(), window), 2, 2) as [
      tf.Tensor,
      tf.Tensor,
    ];
    const squared = tf.add(tf.square(real), tf.square(imag));
    return this.magExp === 2 ? squared : tf.pow(tf.sqrt(squared), this.magExp);
  }

  /** How much of each frequency is in each band, `[frequencies, bands]`. */
  #triangles(): tf.Tensor2D {
    const mel = (hertz: number) => 1127 * Math.log(1 + hertz / 700);
    const [from, to] = [mel(this.minFreq), mel(this.maxFreq)];
    const width = (to - from) / (this.numMelBins + 1);
    const rows = Array.from({ length: this.#frequencies }, (_, i) => {
      const at = mel((i * this.samplingRate) / 2 / (this.#frequencies - 1));
      return Array.from({ length: this.numMelBins }, (_, band) => {
        const distance = Math.abs(at - (from + (band + 1) * width));
        return i === 0 ? 0 : Math.max(0, 1 - distance / width);
      });
    });
    return tf.tensor2d(rows);
  }

  #inDecibels(powers: tf.Tensor): tf.Tensor {
    const bels = (x: tf.Tensor) => tf.div(tf.log(tf.maximum(x, this.minPower)), Math.LN10);
    const decibels = tf.mul(tf.sub(bels(powers), bels(tf.scalar(Math.abs(this.refPower)))), 10);
    return tf.maximum(decibels, tf.sub(tf.max(decibels), this.topDb));
  }
}
