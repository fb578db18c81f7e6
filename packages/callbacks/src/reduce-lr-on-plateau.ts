import { checkOptions, TenlabError } from '@tenlab/core';
import type { CallbackState, Logs } from '@tenlab/layers';
import { MonitorCallback, type MonitorOptions, monitorOptions } from './monitor';
import { formatMetric } from './progress/format';
import { defaultStream } from './text-stream';

export interface ReduceLROnPlateauOptions extends MonitorOptions {
  /** What the learning rate is multiplied by. Default 0.1. */
  factor?: number;
  /** Epochs without improvement before it is reduced. Default 10. */
  patience?: number;
  /** Epochs to wait after a reduction before counting again. Default 0. */
  cooldown?: number;
  /** The learning rate never falls below this. Default 0. */
  minLr?: number;
  /** 1 says when it reduces. Default 0. */
  verbose?: 0 | 1;
}

/**
 * Reduces the learning rate when a metric has stopped improving: after `patience` epochs without improvement,
 * `rate = max(rate * factor, minLr)`. The rate of each epoch is logged as `learning_rate`.
 *
 * @example
 * const slower = new ReduceLROnPlateau({ monitor: 'val_loss', factor: 0.5, patience: 3 });
 * await model.fit(x, y, { epochs: 50, validationSplit: 0.2, callbacks: [slower] });
 *
 * Keras class: `keras.callbacks.ReduceLROnPlateau`.
 */
export class ReduceLROnPlateau extends MonitorCallback {
  readonly #factor: number;
  readonly #patience: number;
  readonly #cooldown: number;
  readonly #minLr: number;
  readonly #verbose: boolean;
  #best: number | undefined;
  #wait = 0;
  #cooling = 0;

  /** Throws for unknown options, and unless `factor` lies between 0 and 1. */
  constructor(options: ReduceLROnPlateauOptions = {}) {
    const place = 'ReduceLROnPlateau';
    checkOptions(options, [...monitorOptions, 'factor', 'patience', 'cooldown', 'minLr', 'verbose'], place);
    super(place, { minDelta: 1e-4, ...options });
    const { factor = 0.1, patience = 10, cooldown = 0, minLr = 0, verbose = 0 } = options;
    if (!(factor > 0 && factor < 1)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: '`factor` must be a number between 0 and 1',
        received: factor,
        remedy: 'Pass what the learning rate is multiplied by, for example 0.5.',
      });
    }
    this.#factor = factor;
    this.#patience = patience;
    this.#cooldown = cooldown;
    this.#minLr = minLr;
    this.#verbose = verbose > 0;
  }

  override onTrainBegin(logs?: Logs): void {
    super.onTrainBegin(logs);
    this.#best = undefined;
    this.#wait = 0;
    this.#cooling = 0;
  }

  override getState(): CallbackState {
    return { values: { best: this.#best ?? null, wait: this.#wait, cooling: this.#cooling } };
  }

  override setState({ values }: CallbackState): void {
    this.#best = (values.best as number | null) ?? undefined;
    this.#wait = values.wait as number;
    this.#cooling = values.cooling as number;
  }

  override onEpochEnd(epoch: number, logs: Logs): void {
    const { optimizer } = this.model.compiledState;
    const rate = optimizer.learningRate;
    // Logged for everyone after it, History included, as in Keras.
    (logs as Record<string, number>).learning_rate = rate;
    const value = this.monitorValue(logs);
    if (value === undefined) return;
    if (this.#cooling > 0) {
      this.#cooling--;
      this.#wait = 0;
    }
    if (this.isImprovement(value, this.#best)) {
      this.#best = value;
      this.#wait = 0;
    } else if (this.#cooling === 0 && ++this.#wait >= this.#patience && rate > Math.fround(this.#minLr)) {
      const reduced = Math.max(rate * this.#factor, this.#minLr);
      optimizer.learningRate = reduced;
      this.#cooling = this.#cooldown;
      this.#wait = 0;
      if (this.#verbose)
        defaultStream().write(`Epoch ${epoch + 1}: the learning rate is now ${formatMetric(reduced)}\n`);
    }
  }
}
