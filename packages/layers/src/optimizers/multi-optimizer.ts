import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config, ConfigObject } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import type { Weight } from '../weight';
import { Optimizer } from './optimizer';
import { OptimizerMap, type OptimizerMapOptions } from './optimizer-map';
import type { LearningRate } from './optimizer-options';

export interface MultiOptimizerOptions {
  /** Which weights have which optimizer. */
  optimizerMap: OptimizerMap | OptimizerMapOptions | ConfigObject;
  /** The loss scale of all of them. Default null: 1. */
  lossScaleFactor?: number | null;
  name?: string | null;
}

/**
 * Different optimizers for different weights, chosen by their paths: other rates for other layers, no decay for biases.
 *
 * Keras class: `keras.optimizers.MultiOptimizer`.
 *
 * @example
 * new MultiOptimizer({
 *   optimizerMap: { defaultOptimizer: new Adam(), optimizerMap: { 'head/.*': new SGD({ learningRate: 0.1 }) } },
 * });
 */
export class MultiOptimizer extends Optimizer {
  static readonly className: string = 'MultiOptimizer';
  readonly optimizerMap: OptimizerMap;
  readonly #optimizerOf = new Map<Weight, Optimizer>();

  constructor(options: MultiOptimizerOptions) {
    expectKnownOptions('MultiOptimizer', options, ['optimizerMap', 'lossScaleFactor', 'name']);
    super({ name: options.name, lossScaleFactor: options.lossScaleFactor, learningRate: 0 });
    this.optimizerMap = OptimizerMap.from(options.optimizerMap);
    for (const optimizer of this.optimizers) optimizer.lossScaleFactor = this.lossScaleFactor;
  }

  /** The optimizers in use, each once. */
  get optimizers(): Optimizer[] {
    return this.optimizerMap.optimizers;
  }

  override get variables(): Weight[] {
    return [...super.variables, ...this.optimizers.flatMap(({ variables }) => variables)];
  }

  override get learningRate(): number {
    throw this.#noRate();
  }

  override set learningRate(_rate: LearningRate) {
    throw this.#noRate();
  }

  #noRate(): TenlabError {
    return new TenlabError({
      code: 'invalid-call',
      place: `Optimizer '${this.name}'`,
      expected: 'the learning rate of one of its `optimizers`',
      received: inWords('a call on all of them'),
      remedy: 'Use `optimizer.optimizers[0].learningRate`.',
    });
  }

  protected override createVariables(weights: readonly Weight[]): void {
    for (const weight of weights) this.#optimizerOf.set(weight, this.optimizerMap.get(weight));
    for (const optimizer of this.optimizers) {
      const own = weights.filter((weight) => this.#optimizerOf.get(weight) === optimizer);
      if (own.length > 0) optimizer.build(own);
    }
  }

  override apply(gradients: readonly (tf.Tensor | null)[], weights: readonly Weight[]): void {
    this.build(weights);
    for (const optimizer of this.optimizers) {
      const own = weights.flatMap((weight, i) => (this.#optimizerOf.get(weight) === optimizer ? [i] : []));
      const present = own.map((i) => gradients[i] ?? null);
      if (present.some((gradient) => gradient !== null)) {
        optimizer.apply(
          present,
          own.map((i) => weights[i]!),
        );
      }
    }
    tf.tidy(() => this.iterations.assign(tf.add(this.iterations, tf.scalar(1, 'int32'))));
  }

  /** The inner optimizers make the steps. */
  protected override updateStep(): void {}

  override get movingAverages(): ReadonlyMap<Weight, Weight> {
    return new Map(this.optimizers.flatMap(({ movingAverages }) => [...movingAverages]));
  }

  override dispose(): void {
    super.dispose();
    for (const optimizer of this.optimizers) optimizer.dispose();
  }

  override getConfig(): Config {
    return {
      optimizer_map: {
        module: 'keras.optimizers',
        class_name: 'OptimizerMap',
        config: this.optimizerMap.getConfig(),
        registered_name: null,
      },
      loss_scale_factor: this.lossScaleFactor,
      name: this.name,
    };
  }
}
