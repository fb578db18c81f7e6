import { checkOptions } from '@tenlab/core';
import { Callback, type HostArray, type Logs, readVariable, type Weight } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expectPositive, expectWhole, invalidOption } from './invalid-option';

export interface LearningRateFinderOptions {
  /** The rate of the first step. Default 1e-6. */
  minLr?: number;
  /** The rate of the last step. Default 10. */
  maxLr?: number;
  /** Steps from one to the other. Default 100. */
  steps?: number;
  /** How much of the smoothed loss is kept in each step. Default 0.9. */
  smoothing?: number;
  /** Stop when the smoothed loss is so many times its least. Default 4. */
  stopFactor?: number;
}

/**
 * Finds a learning rate: trains for some steps while the rate grows from tiny to huge, and looks where the loss falls fastest. Model and
 * optimizer are given back as they were.
 *
 * `rate_k = minLr (maxLr / minLr)^(k / (steps - 1))`; the suggestion is the rate at which the smoothed loss falls most steeply over
 * `log rate`. Source: Smith, 2017, Cyclical Learning Rates for Training Neural Networks, section 3.3.
 *
 * @example
 * const finder = new LearningRateFinder();
 * await model.fit(x, y, { epochs: 10, callbacks: [finder] }); // stops by itself after 100 steps at most
 * model.compiledState.optimizer.learningRate = finder.suggestion ?? 0.001;
 */
export class LearningRateFinder extends Callback {
  override readonly judgesLoss: boolean = true;
  /** The rate of each step. */
  readonly rates: number[] = [];
  /** The loss of each step's batch, smoothed. */
  readonly losses: number[] = [];
  readonly #minLr: number;
  readonly #maxLr: number;
  readonly #steps: number;
  readonly #smoothing: number;
  readonly #stopFactor: number;
  #weights: [Weight, HostArray][] | null = null;
  #state: [Weight, HostArray][] | null = null;
  #rate = 0;
  #running = 0;
  #meanBefore = 0;

  /** Throws for unknown options, and rates that do not grow. */
  constructor(options: LearningRateFinderOptions = {}) {
    super();
    const place = 'LearningRateFinder';
    checkOptions(options, ['minLr', 'maxLr', 'steps', 'smoothing', 'stopFactor'], place);
    const { minLr = 1e-6, maxLr = 10, steps = 100, smoothing = 0.9, stopFactor = 4 } = options;
    expectPositive(place, 'minLr', minLr);
    expectPositive(place, 'stopFactor', stopFactor);
    expectWhole(place, 'steps', steps, 3);
    if (!(maxLr > minLr && Number.isFinite(maxLr))) {
      throw invalidOption(place, '`maxLr` must be above `minLr`', maxLr, `Pass for example ${minLr * 1e6}.`);
    }
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw invalidOption(place, '`smoothing` must be from 0 to below 1', smoothing, 'Pass for example 0.9.');
    }
    this.#minLr = minLr;
    this.#maxLr = maxLr;
    this.#steps = steps;
    this.#smoothing = smoothing;
    this.#stopFactor = stopFactor;
  }

  /** The rate at which the loss fell most steeply; undefined where it never fell. */
  get suggestion(): number | undefined {
    let steepest = 0;
    let found: number | undefined;
    for (let step = 1; step < this.losses.length; step++) {
      const fall = this.losses[step - 1]! - this.losses[step]!;
      if (fall <= steepest) continue;
      steepest = fall;
      found = this.rates[step];
    }
    return found;
  }

  override onTrainBegin(): void {
    this.rates.length = 0;
    this.losses.length = 0;
    this.#weights = null;
    this.#state = null;
    this.#running = 0;
  }

  override async onTrainBatchBegin(step: number): Promise<void> {
    const { optimizer } = this.model.compiledState;
    if (this.rates.length === 0) {
      this.#rate = optimizer.learningRate;
      if (this.model.built) this.#weights = await copies(this.model.weights);
      if (optimizer.built) this.#state = await copies(optimizer.variables);
    }
    if (step === 0) this.#meanBefore = 0;
    const rate = this.#minLr * (this.#maxLr / this.#minLr) ** (this.rates.length / (this.#steps - 1));
    optimizer.learningRate = rate;
    this.rates.push(rate);
  }

  override onTrainBatchEnd(step: number, logs: Logs): void {
    // The logs hold the mean over the epoch so far.
    const mean = logs.loss as number;
    const loss = mean * (step + 1) - this.#meanBefore * step;
    this.#meanBefore = mean;
    const count = this.losses.length + 1;
    this.#running = this.#smoothing * this.#running + (1 - this.#smoothing) * loss;
    // Without the division the first values would lean towards 0.
    const smoothed = this.#running / (1 - this.#smoothing ** count);
    const least = Math.min(...this.losses, Number.POSITIVE_INFINITY);
    if (!Number.isFinite(smoothed) || smoothed > this.#stopFactor * least) {
      this.rates.length = this.losses.length;
      this.model.stopTraining = true;
      return;
    }
    this.losses.push(smoothed);
    if (count >= this.#steps) this.model.stopTraining = true;
  }

  override onTrainEnd(): void {
    restore(this.#weights);
    restore(this.#state);
    this.model.compiledState.optimizer.learningRate = this.#rate;
  }
}

async function copies(weights: readonly Weight[]): Promise<[Weight, HostArray][]> {
  const all: [Weight, HostArray][] = [];
  for (const weight of weights) all.push([weight, await readVariable(weight.value)]);
  return all;
}

function restore(kept: readonly [Weight, HostArray][] | null): void {
  tf.tidy(() => {
    for (const [weight, { data, shape, dtype }] of kept ?? []) weight.assign(tf.tensor(data, shape, dtype));
  });
}
