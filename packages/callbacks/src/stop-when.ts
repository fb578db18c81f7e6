import { checkOptions, TenlabError } from '@tenlab/core';
import { Callback, type CallbackState, type Logs } from '@tenlab/layers';
import { formatMetric } from './progress/format';
import { readMetric } from './read-metric';
import { defaultStream } from './text-stream';

export interface StopWhenOptions {
  /** The metric to watch, as it is logged: `accuracy`, `val_loss`. */
  metric: string;
  /** Stop once the metric is greater than this. */
  above?: number;
  /** Stop once the metric is less than this. */
  below?: number;
  /** 1 says when it stops. Default 0. */
  verbose?: 0 | 1;
}

/**
 * Stops training after the first epoch in which a metric is good enough.
 *
 * @example
 * await model.fit(x, y, { epochs: 50, callbacks: [new StopWhen({ metric: 'accuracy', above: 0.9 })] });
 * // ends with the first epoch whose accuracy is greater than 0.9
 */
export class StopWhen extends Callback {
  readonly #metric: string;
  readonly #above: number | undefined;
  readonly #below: number | undefined;
  readonly #verbose: boolean;
  #stoppedEpoch: number | undefined;

  /** Throws unless there is exactly one of `above` and `below`. */
  constructor(options: StopWhenOptions) {
    super();
    checkOptions(options, ['metric', 'above', 'below', 'verbose'], 'StopWhen');
    const { metric, above, below, verbose = 0 } = options;
    const limits = [above, below].filter((limit) => limit !== undefined);
    if (typeof metric !== 'string' || limits.length !== 1 || !limits.every((limit) => Number.isFinite(limit))) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'StopWhen',
        expected: 'a `metric` by name, and one number: `above` or `below`',
        received: options,
        remedy: "For example { metric: 'accuracy', above: 0.9 }.",
      });
    }
    this.#metric = metric;
    this.#above = above;
    this.#below = below;
    this.#verbose = verbose > 0;
  }

  /** The epoch, counted from 0, after which training stopped; undefined where it was never good enough. */
  get stoppedEpoch(): number | undefined {
    return this.#stoppedEpoch;
  }

  override onTrainBegin(): void {
    this.#stoppedEpoch = undefined;
  }

  override getState(): CallbackState {
    return { values: { stoppedEpoch: this.#stoppedEpoch ?? null } };
  }

  override setState({ values }: CallbackState): void {
    this.#stoppedEpoch = (values.stoppedEpoch as number | null) ?? undefined;
  }

  override onEpochEnd(epoch: number, logs: Logs): void {
    const value = readMetric('StopWhen', this.#metric, logs, this.params.validation);
    if (value === undefined) return;
    const reached = this.#above === undefined ? value < this.#below! : value > this.#above;
    if (!reached) return;
    this.#stoppedEpoch = epoch;
    this.model.stopTraining = true;
    const limit = this.#above === undefined ? `below ${this.#below}` : `above ${this.#above}`;
    if (this.#verbose) {
      defaultStream().write(`Epoch ${epoch + 1}: ${this.#metric} is ${formatMetric(value)}, ${limit}: stopping\n`);
    }
  }
}
