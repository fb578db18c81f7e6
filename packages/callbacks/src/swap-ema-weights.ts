import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import { Callback } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

export interface SwapEMAWeightsOptions {
  /** Also hold the averages from the end of an epoch until the next begins, so that other callbacks save those. Default false. */
  swapOnEpoch?: boolean;
}

/**
 * Lets evaluation and prediction see the moving averages of the weights, and gives training its own weights back afterwards.
 *
 * The optimizer has to be made with `useEma: true`. Put it before a `ModelCheckpoint` that should save the averages. Keras class:
 * `keras.callbacks.SwapEMAWeights`.
 *
 * @example
 * model.compile({ optimizer: new Adam({ useEma: true }), loss: 'mse' });
 * await model.fit(x, y, { epochs: 5, validationSplit: 0.2, callbacks: [new SwapEMAWeights()] }); // val_loss is that of the averages
 */
export class SwapEMAWeights extends Callback {
  override readonly everyBatch: boolean = false;
  readonly #swapOnEpoch: boolean;
  #averagesInModel = false;

  constructor(options: SwapEMAWeightsOptions = {}) {
    super();
    checkOptions(options, ['swapOnEpoch'], 'SwapEMAWeights');
    this.#swapOnEpoch = options.swapOnEpoch ?? false;
  }

  override onEpochBegin(): void {
    if (this.#swapOnEpoch && this.#averagesInModel) this.#swap();
  }

  override onEpochEnd(epoch: number): void {
    if (!this.#swapOnEpoch || this.#averagesInModel) return;
    this.#swap();
    // The last epoch keeps them: `fit` puts the averages into the model when it ends, and they must not be the swapped weights.
    if (epoch === this.params.epochs - 1 || this.model.stopTraining) this.#makeAveragesOfWeights();
  }

  override onTestBegin(): void {
    if (!this.#averagesInModel) this.#swap();
  }

  override onTestEnd(): void {
    if (this.#averagesInModel) this.#swap();
  }

  override onPredictBegin(): void {
    this.onTestBegin();
  }

  override onPredictEnd(): void {
    this.onTestEnd();
  }

  #swap(): void {
    tf.tidy(() => {
      for (const [weight, average] of this.#pairs()) {
        const kept = tf.clone(weight.read());
        weight.assign(tf.clone(average.read()));
        average.assign(kept);
      }
    });
    this.#averagesInModel = !this.#averagesInModel;
  }

  #makeAveragesOfWeights(): void {
    tf.tidy(() => {
      for (const [weight, average] of this.#pairs()) average.assign(tf.clone(weight.read()));
    });
  }

  #pairs() {
    const { movingAverages } = this.model.compiledState.optimizer;
    if (movingAverages.size > 0) return movingAverages;
    throw new TenlabError({
      code: 'no-averages',
      place: 'SwapEMAWeights',
      expected: 'an optimizer that keeps moving averages of the weights',
      received: inWords('one that keeps none'),
      remedy: 'Make it with `useEma: true`, for example new Adam({ useEma: true }).',
    });
  }
}
