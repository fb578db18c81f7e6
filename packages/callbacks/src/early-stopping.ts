import { checkOptions, TenlabError } from '@tenlab/core';
import type { CallbackState, Logs } from '@tenlab/layers';
import { MonitorCallback, type MonitorOptions, monitorOptions } from './monitor';
import { defaultStream } from './text-stream';
import { restoreSnapshot, takeSnapshot, type WeightSnapshot } from './weight-snapshot';

export interface EarlyStoppingOptions extends MonitorOptions {
  /** Epochs without improvement before training stops. Default 0. */
  patience?: number;
  /** 1 says when it stops. Default 0. */
  verbose?: 0 | 1;
  /** A value that must be beaten as well for the wait to start anew. Default none. */
  baseline?: number;
  /** Give the model the weights of its best epoch when training ends, also when it ends by itself. Default false. */
  restoreBestWeights?: boolean;
  /** Epochs before this one, counted from 0, are not looked at. Default 0. */
  startFromEpoch?: number;
}

/**
 * Stops training when a metric no longer improves.
 *
 * After each epoch: `wait` grows by one; an improvement of at least `minDelta` over the best sets it back to 0 (with a `baseline`, only
 * if that is beaten too); training stops when `wait >= patience`. Keras class: `keras.callbacks.EarlyStopping`.
 *
 * @example
 * const stopping = new EarlyStopping({ monitor: 'val_loss', patience: 2, restoreBestWeights: true });
 * await model.fit(x, y, { epochs: 100, validationSplit: 0.2, callbacks: [stopping] });
 * stopping.stoppedEpoch; // 11, say: the epoch, counted from 0, after which training stopped
 */
export class EarlyStopping extends MonitorCallback {
  readonly #patience: number;
  readonly #verbose: boolean;
  readonly #baseline: number | undefined;
  readonly #restoreBestWeights: boolean;
  readonly #startFromEpoch: number;
  #wait = 0;
  #best: number | undefined;
  #bestEpoch = 0;
  #bestWeights: WeightSnapshot | undefined;
  #stoppedEpoch = 0;

  /** Throws for an option that does not exist or is out of range. */
  constructor(options: EarlyStoppingOptions = {}) {
    const own = ['patience', 'verbose', 'baseline', 'restoreBestWeights', 'startFromEpoch'];
    checkOptions(options, [...monitorOptions, ...own], 'EarlyStopping');
    super('EarlyStopping', options);
    const { patience = 0, verbose = 0, baseline, restoreBestWeights = false, startFromEpoch = 0 } = options;
    expectCount('patience', patience);
    expectCount('startFromEpoch', startFromEpoch);
    this.#patience = patience;
    this.#verbose = verbose > 0;
    this.#baseline = baseline;
    this.#restoreBestWeights = restoreBestWeights;
    this.#startFromEpoch = startFromEpoch;
  }

  /** The epoch, counted from 0, after which training stopped; 0 where it ran to its end. */
  get stoppedEpoch(): number {
    return this.#stoppedEpoch;
  }

  /** The best value so far; undefined before the first. */
  get best(): number | undefined {
    return this.#best;
  }

  /** The epoch, counted from 0, of the best value. */
  get bestEpoch(): number {
    return this.#bestEpoch;
  }

  override onTrainBegin(logs?: Logs): void {
    super.onTrainBegin(logs);
    this.#wait = 0;
    this.#best = undefined;
    this.#bestEpoch = 0;
    this.#bestWeights = undefined;
    this.#stoppedEpoch = 0;
  }

  override getState(): CallbackState {
    return {
      values: {
        wait: this.#wait,
        best: this.#best ?? null,
        bestEpoch: this.#bestEpoch,
        stoppedEpoch: this.#stoppedEpoch,
      },
      ...(this.#bestWeights && { arrays: this.#bestWeights }),
    };
  }

  override setState({ values, arrays }: CallbackState): void {
    this.#wait = values.wait as number;
    this.#best = (values.best as number | null) ?? undefined;
    this.#bestEpoch = values.bestEpoch as number;
    this.#stoppedEpoch = values.stoppedEpoch as number;
    this.#bestWeights = arrays?.size ? arrays : undefined;
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const value = this.monitorValue(logs);
    if (value === undefined || epoch < this.#startFromEpoch) return;
    const improved = this.isImprovement(value, this.#best);
    if (this.#restoreBestWeights && (improved || this.#bestWeights === undefined)) {
      // The first epoch is the best so far, even if its value is NaN.
      this.#bestWeights = await takeSnapshot(this.model);
      this.#bestEpoch = epoch;
    }
    this.#wait++;
    if (improved) {
      this.#best = value;
      this.#bestEpoch = epoch;
      if (this.#baseline === undefined || this.isImprovement(value, this.#baseline)) this.#wait = 0;
      return;
    }
    if (this.#wait >= this.#patience && epoch > 0) {
      this.#stoppedEpoch = epoch;
      this.model.stopTraining = true;
    }
  }

  override onTrainEnd(): void {
    if (this.#stoppedEpoch > 0) this.#say(`Epoch ${this.#stoppedEpoch + 1}: early stopping`);
    if (this.#bestWeights === undefined) return;
    this.#say(`Restoring model weights from the end of the best epoch: ${this.#bestEpoch + 1}.`);
    restoreSnapshot(this.model, this.#bestWeights);
    this.#bestWeights = undefined;
  }

  #say(text: string): void {
    if (this.#verbose) defaultStream().write(`${text}\n`);
  }
}

function expectCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 0) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'EarlyStopping',
    expected: `\`${option}\` must be a number of epochs`,
    received: value,
    remedy: 'Pass a whole number from 0, for example 2.',
  });
}
