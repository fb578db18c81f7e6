import * as tf from '@tensorflow/tfjs-core';
import { checkOptions } from '../errors/check-options';
import { inWords, TenlabError } from '../errors/tenlab-error';
import { checkFinite } from './check';
import type { Distribution } from './distributions';
import { randomKernelNames, registerRandomKernels } from './random-kernels';
import { checkSeed, deriveSeed, keyOfSeed } from './seed';

/** Options of {@link SeedGenerator}. */
export type SeedGeneratorOptions = {
  /** A whole number from 0 to 2^53 - 1. Default: the next seed derived from the global one. */
  seed?: number;
  /** What errors call it. */
  name?: string;
};

/** Range of a uniform draw. */
export type UniformOptions = { minValue?: number; maxValue?: number };

/** Mean and standard deviation of a normal draw. */
export type NormalOptions = { mean?: number; stddev?: number };

/**
 * Draws random tensors on the current backend, each call other values: what `Dropout` and its like hold.
 *
 * The state is a variable of three int32: the two words of the key and the number of calls so far. A draw is a pure
 * function of it (see `ThreefryState`) and then adds 1 to the call number by assigning the variable, so a compiled step
 * that replays the kernels draws anew in each step, and a checkpoint that holds the variable resumes the sequence.
 * The same seed gives the same bits on every backend. Keras: `keras.random.SeedGenerator`.
 *
 * @example
 * const generator = new SeedGenerator({ seed: 0 });
 * generator.uniform([3]).dataSync(); // Float32Array [0.4184570908546448, 0.6004990339279175, 0.21629542112350464]
 * generator.uniform([3]).dataSync(); // other values
 * generator.dispose();
 */
export class SeedGenerator {
  /** `int32[3]`: key word 0, key word 1, calls so far. Not trainable. */
  readonly state: tf.Variable;
  /** The seed it began with. */
  readonly seed: number;
  readonly name: string;

  /** @throws TenlabError `invalid-seed`, `unknown-option` */
  constructor(options: SeedGeneratorOptions = {}) {
    checkOptions(options, ['seed', 'name'], 'SeedGenerator');
    const { seed = deriveSeed(), name = 'seed_generator' } = options;
    checkSeed(seed, `SeedGenerator '${name}'`);
    this.seed = seed;
    this.name = name;
    this.state = tf.tidy(() => tf.variable(tf.tensor1d(Int32Array.of(...keyOfSeed(seed), 0), 'int32'), false));
  }

  /**
   * Uniform values in [minValue, maxValue), float32.
   *
   * `value = minValue + u * (maxValue - minValue)`
   *
   * @throws TenlabError `invalid-argument` for a bad shape or range, `disposed`
   */
  uniform(shape: readonly number[], options: UniformOptions = {}): tf.Tensor {
    checkOptions(options, ['minValue', 'maxValue'], `SeedGenerator '${this.name}'`);
    const { minValue = 0, maxValue = 1 } = options;
    checkFinite(minValue, 'minValue', `SeedGenerator '${this.name}'`);
    checkFinite(maxValue, 'maxValue', `SeedGenerator '${this.name}'`);
    return this.#draw('uniform', shape, maxValue - minValue, minValue);
  }

  /**
   * Normal values, float32: `value = mean + stddev * z`.
   *
   * @throws TenlabError `invalid-argument` for a bad shape, mean or deviation, `disposed`
   */
  normal(shape: readonly number[], options: NormalOptions = {}): tf.Tensor {
    return this.#drawNormal('normal', shape, options);
  }

  /**
   * Normal values cut off at two standard deviations from the mean, float32.
   *
   * @throws TenlabError `invalid-argument` for a bad shape, mean or deviation, `disposed`
   */
  truncatedNormal(shape: readonly number[], options: NormalOptions = {}): tf.Tensor {
    return this.#drawNormal('truncated-normal', shape, options);
  }

  /** Frees the state. Further draws throw. */
  dispose(): void {
    this.state.dispose();
  }

  #drawNormal(distribution: Distribution, shape: readonly number[], options: NormalOptions): tf.Tensor {
    checkOptions(options, ['mean', 'stddev'], `SeedGenerator '${this.name}'`);
    const { mean = 0, stddev = 1 } = options;
    checkFinite(mean, 'mean', `SeedGenerator '${this.name}'`);
    checkFinite(stddev, 'stddev', `SeedGenerator '${this.name}'`);
    return this.#draw(distribution, shape, stddev, mean);
  }

  #draw(distribution: Distribution, shape: readonly number[], scale: number, offset: number): tf.Tensor {
    this.#checkShape(shape);
    this.#checkAlive();
    registerRandomKernels(tf.getBackend());
    return tf.tidy(() => {
      const kernel = randomKernelNames[distribution];
      const standard: tf.Tensor = tf.engine().runKernel(kernel, { state: this.state }, { shape: [...shape] });
      this.state.assign(tf.add(this.state, tf.tensor1d([0, 0, 1], 'int32')));
      const scaled = scale === 1 ? standard : tf.mul(standard, scale);
      return offset === 0 ? scaled : tf.add(scaled, offset);
    });
  }

  #checkShape(shape: readonly number[]): void {
    if (Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size >= 0)) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: `SeedGenerator '${this.name}'`,
      expected: '`shape` must be a list of whole numbers from 0',
      received: shape,
      remedy: 'Pass the shape to draw, for example [32, 10].',
    });
  }

  #checkAlive(): void {
    if (!this.state.isDisposed) return;
    throw new TenlabError({
      code: 'disposed',
      place: `SeedGenerator '${this.name}'`,
      expected: 'the generator must not be disposed',
      received: inWords('a disposed one'),
      remedy: 'Draw before `dispose()`, or make a new SeedGenerator.',
    });
  }
}
