import { checkChoice, TenlabError } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import { bestDirection } from './best-direction';
import { readMetric } from './read-metric';

export interface MonitorOptions {
  /** The metric to watch, as it is logged. Default `val_loss`. */
  monitor?: string;
  /** Whether less or more is better. `auto` knows it for Keras's losses and metrics. Default `auto`. */
  mode?: 'auto' | 'min' | 'max';
  /** A change smaller than this does not count. Default 0. */
  minDelta?: number;
}

/** The options of {@link MonitorCallback}, for the list of options of those that extend it. */
export const monitorOptions = ['monitor', 'mode', 'minDelta'] as const;

/**
 * Base of the callbacks that watch one metric: it finds the metric in the logs and knows what is better.
 * Keras class: `keras.callbacks.MonitorCallback`.
 */
export abstract class MonitorCallback extends Callback {
  readonly monitor: string;
  readonly #mode: 'auto' | 'min' | 'max';
  readonly #minDelta: number;
  readonly #place: string;
  #direction: 'min' | 'max' | undefined;

  /** Throws for a mode that does not exist and a `minDelta` that is no number. */
  constructor(place: string, { monitor = 'val_loss', mode = 'auto', minDelta = 0 }: MonitorOptions) {
    super();
    checkChoice(mode, ['auto', 'min', 'max'], '`mode`', place);
    if (!Number.isFinite(minDelta)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: '`minDelta` must be a number',
        received: minDelta,
        remedy: 'Pass the smallest change that counts, for example 0.001.',
      });
    }
    this.monitor = monitor;
    this.#mode = mode;
    this.#minDelta = Math.abs(minDelta);
    this.#place = place;
  }

  override onTrainBegin(_logs?: Logs): void | Promise<void> {
    // Known before the first epoch, where the name tells it: an error now costs no time.
    this.#direction = this.#mode === 'auto' ? bestDirection(this.monitor) : this.#mode;
  }

  /**
   * The metric's value after this epoch; undefined on an epoch without validation (`validationFreq`) where a validation metric is
   * watched. Throws where the metric can never come.
   */
  protected monitorValue(logs: Logs): number | undefined {
    return readMetric(this.#place, this.monitor, logs, this.params.validation);
  }

  /** Whether `value` is better than `reference` by more than `minDelta`. Any number is better than none; NaN never is. */
  protected isImprovement(value: number, reference: number | undefined): boolean {
    if (reference === undefined) return !Number.isNaN(value);
    return this.#best() === 'min' ? value + this.#minDelta < reference : value - this.#minDelta > reference;
  }

  #best(): 'min' | 'max' {
    this.#direction ??= bestDirection(this.monitor, this.model);
    if (this.#direction !== undefined) return this.#direction;
    throw new TenlabError({
      code: 'unknown-direction',
      place: this.#place,
      expected: `\`mode\` for \`${this.monitor}\`, a metric of which less or more may be better`,
      received: 'auto',
      remedy: "Pass `mode: 'max'` where more is better, as with accuracy, or `mode: 'min'`, as with a loss.",
    });
  }
}
