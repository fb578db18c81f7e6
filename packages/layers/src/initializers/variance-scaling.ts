import { randomNormalValues, randomUniformValues, TenlabError, truncatedNormalValues } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, positive } from '../registry/options';
import { fansOf } from './fans';
import { RandomInitializer, type RandomInitializerOptions } from './random-initializer';

export type FanMode = 'fan_in' | 'fan_out' | 'fan_avg';
export type ScalingDistribution = 'uniform' | 'truncated_normal' | 'untruncated_normal';

/** Which axes of a weight count as inputs and outputs; by default the last two, with the others as receptive field. */
export interface FanOptions extends RandomInitializerOptions {
  inputAxes?: number[] | null;
  outputAxes?: number[] | null;
}

export interface VarianceScalingOptions extends FanOptions {
  /** Default 1. */
  scale?: number;
  /** Default `fan_in`. */
  mode?: FanMode;
  /** Default `truncated_normal`; `normal` is another name for it. */
  distribution?: ScalingDistribution | 'normal';
}

const MODES: readonly string[] = ['fan_in', 'fan_out', 'fan_avg'];
const DISTRIBUTIONS: readonly string[] = ['uniform', 'truncated_normal', 'untruncated_normal'];

/**
 * Draws with variance `scale / fan`, so that signals neither grow nor fade from layer to layer.
 *
 * The fan is the number of inputs, of outputs, or the mean of both. Uniform draws are from `±√(3 · scale / fan)`; the
 * standard deviation of the truncated normal is divided by 0.8796, which is what truncation leaves of it.
 * Glorot & Bengio 2010; He et al. 2015, arXiv:1502.01852. Keras class: `keras.initializers.VarianceScaling`.
 *
 * @example
 * new VarianceScaling({ distribution: 'uniform', seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class VarianceScaling extends RandomInitializer {
  static readonly className: string = 'VarianceScaling';
  readonly scale: number;
  readonly mode: FanMode;
  readonly distribution: ScalingDistribution;
  readonly inputAxes: number[] | null;
  readonly outputAxes: number[] | null;

  constructor(options: VarianceScalingOptions = {}) {
    super(options);
    const names = ['scale', 'mode', 'distribution', 'seed', 'inputAxes', 'outputAxes'];
    expectKnownOptions('VarianceScaling', options, names);
    const { distribution = 'truncated_normal' } = options;
    this.scale = options.scale ?? 1;
    this.mode = options.mode ?? 'fan_in';
    this.distribution = distribution === 'normal' ? 'truncated_normal' : distribution;
    this.inputAxes = options.inputAxes ?? null;
    this.outputAxes = options.outputAxes ?? null;
    expectNumber('VarianceScaling', 'scale', this.scale, positive);
    expectOneOf('mode', this.mode, MODES);
    expectOneOf('distribution', this.distribution, DISTRIBUTIONS);
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const { fanIn, fanOut } = fansOf(shape, this.inputAxes, this.outputAxes);
    const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[this.mode];
    const variance = this.scale / Math.max(1, fan);
    return tf.tensor(this.#draw(tf.util.sizeFromShape(shape), variance), shape, dtype);
  }

  #draw(size: number, variance: number): Float32Array {
    const { seed } = this;
    if (this.distribution === 'uniform') {
      const limit = Math.sqrt(3 * variance);
      return randomUniformValues(size, { minValue: -limit, maxValue: limit, seed });
    }
    const stddev = Math.sqrt(variance);
    if (this.distribution === 'untruncated_normal') return randomNormalValues(size, { stddev, seed });
    return truncatedNormalValues(size, { stddev: stddev / 0.8796256610342398, seed });
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      scale: this.scale,
      mode: this.mode,
      distribution: this.distribution,
      input_axes: this.inputAxes,
      output_axes: this.outputAxes,
    };
  }
}

function expectOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'VarianceScaling',
    expected: `\`${option}\` must be one of '${allowed.join("', '")}'`,
    received: value,
    remedy: `Pass one of them, for example '${allowed[0]}'.`,
  });
}
