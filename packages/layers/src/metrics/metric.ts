import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { classNameOf, snakeCase } from '../registry/class-name';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { Weight, type WeightInitializer } from '../weight';

export interface MetricOptions {
  /** Default: the class's name in snake_case. */
  name?: string;
  /** What the metric computes in, as Keras's configs name it; only the default is supported. */
  dtype?: string | null;
}

/** What may go with a batch: a weight per sample, and a mask that is 0 where a sample does not count. */
export interface MetricArguments {
  sampleWeight?: tf.Tensor | null;
  mask?: tf.Tensor | null;
}

/** A metric's answer: one tensor, or several by name. */
export type MetricResult = tf.Tensor | Record<string, tf.Tensor>;

/**
 * Base of all metrics: `updateState` adds a batch, `result` tells the value over all batches since `resetState`.
 *
 * The state lives in variables, and nothing is read back to the host, so a compiled step can update it. The value is exact
 * over all samples, not a mean of batch means. Keras class: `keras.metrics.Metric`.
 *
 * @example
 * class Count extends Metric {
 *   readonly #count = this.addVariable({ name: 'count', shape: [] });
 *   updateState(values: tf.Tensor) { this.#count.assignAdd(tf.scalar(values.size)); }
 *   result() { return tf.clone(this.#count.read()); }
 * }
 * const count = new Count();
 * count.updateState(tf.ones([3]));
 * count.result().dataSync()[0]; // 3
 */
export abstract class Metric {
  /** The name in logs; training may set it. */
  name: string;
  readonly #variables: Weight[] = [];

  /** `ownOptions` are the names a subclass reads beyond `name` and `dtype`; any other name throws. */
  constructor(options: MetricOptions = {}, ownOptions: readonly string[] = [], defaultName?: string) {
    const className = classNameOf(this);
    expectKnownOptions(className, options, [...ownOptions, 'name', 'dtype']);
    if (options.dtype && options.dtype !== this.dtype) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: className,
        expected: `\`dtype\` must be '${this.dtype}'`,
        received: options.dtype,
        remedy: 'Leave `dtype` out.',
      });
    }
    this.name = options.name ?? defaultName ?? snakeCase(className);
  }

  /** The type Keras's config names. */
  get dtype(): string {
    return 'float32';
  }

  /** Adds a batch. Most metrics take `(yTrue, yPred, options)`; `Mean` and `Sum` take `(values, options)`. */
  abstract updateState(first: tf.Tensor, second?: tf.Tensor | MetricArguments, options?: MetricArguments): void;

  /** The value over all batches since the last reset. The caller owns the tensor. */
  abstract result(): MetricResult;

  /** Forgets all batches. */
  resetState(): void {
    tf.tidy(() => {
      for (const variable of this.#variables) variable.assign(tf.zeros(variable.shape, variable.dtype));
    });
  }

  /** The state. */
  get variables(): Weight[] {
    return [...this.#variables];
  }

  /** Keras's config of this metric. */
  getConfig(): Config {
    return { name: this.name, dtype: this.dtype };
  }

  /** Frees the state. */
  dispose(): void {
    for (const variable of this.#variables) variable.dispose();
    this.#variables.length = 0;
  }

  /** Adds a variable of state, zero at first. */
  protected addVariable(options: {
    name: string;
    shape: number[];
    dtype?: tf.DataType;
    initializer?: WeightInitializer;
  }): Weight {
    const variable = new Weight({ ...options, path: `${this.name}/${options.name}`, trainable: false });
    this.#variables.push(variable);
    return variable;
  }
}
