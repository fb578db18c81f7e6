import { inWords, TenlabError } from '@tenlab/core';
import { Callback, type CallbackState, type Logs, type Model } from '@tenlab/layers';
import { Estimate } from './estimate';
import type { EpochEvent, EstimateEvent, LabEvent } from './events';

export interface RunCallbackOptions {
  emit(event: LabEvent): void | Promise<void>;
  /** Ends the run within a step, or the steps of some 30 ms, when it is aborted. */
  signal?: AbortSignal | undefined;
  /** When training must end, by `performance.now()`. */
  deadline?: number | undefined;
  /** What a model is called, where a lab trains several. */
  nameOf?(model: Model | undefined): string | undefined;
  /** Told of the epochs of the run that is resumed. */
  restored?(epochs: readonly EpochEvent[]): void;
}

/** How long training may hold the event loop: signals, timers and the page wait no longer than this. */
const breathEvery = 80;

/**
 * Tells what training does as events, lets the event loop turn now and then, and stops within some steps when asked to.
 *
 * It stops by an error out of `fit`, not by `stopTraining`: that would first finish the epoch and validate.
 */
export class RunCallback extends Callback {
  override readonly everyBatch = false;
  readonly epochs: EpochEvent[] = [];
  readonly #options: RunCallbackOptions;
  readonly #estimate = new Estimate();
  #timeUp: string | undefined;
  #epoch = 0;
  #step = 0;
  #started = 0;
  #lastStep = 0;
  #lastBreath = 0;

  constructor(options: RunCallbackOptions) {
    super();
    this.#options = options;
  }

  /** Where training is, in words; `undefined` before the first epoch. */
  get place(): string | undefined {
    return this.#epoch === 0 ? undefined : `epoch ${this.#epoch}, step ${this.#step}`;
  }

  /** Where training was when its time was up; `undefined` where it was not. */
  get timeUp(): string | undefined {
    return this.#timeUp;
  }

  override getState(): CallbackState {
    return { values: { epochs: this.epochs } };
  }

  override setState({ values }: CallbackState): void {
    this.epochs.splice(0, this.epochs.length, ...(values.epochs as unknown as EpochEvent[]));
    this.#options.restored?.(this.epochs);
  }

  override onTrainBegin(): void {
    this.#estimate.begin(this.params);
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch + 1;
    this.#step = 0;
    this.#started = performance.now();
    this.#estimate.beginEpoch(epoch, this.#started);
  }

  override async onTrainBatchEnd(step: number): Promise<void> {
    this.#step = step + 1;
    this.#lastStep = performance.now();
    await this.#tellEstimate(this.#estimate.endStep(this.#step, this.#lastStep));
    if (await this.#breathe()) await this.#options.emit({ event: 'step', epoch: this.#epoch, step: this.#step });
    const { deadline } = this.#options;
    if (deadline === undefined || performance.now() < deadline) return;
    this.#timeUp ??= this.place;
    this.model.stopTraining = true;
  }

  override async onTestBatchEnd(): Promise<void> {
    await this.#breathe();
  }

  override async onPredictBatchEnd(): Promise<void> {
    await this.#breathe();
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const { loss = Number.NaN, ...others } = { ...logs };
    if (!Number.isFinite(loss)) throw notFinite(epoch + 1, loss);
    await this.#tellEstimate(this.#estimate.endEpoch(this.#step, performance.now()));
    const model = this.#options.nameOf?.(this.model);
    const event = {
      event: 'epoch',
      epoch: epoch + 1,
      ...(model === undefined ? {} : { model }),
      steps: this.#step,
      ms_per_step: Math.round((1000 * (this.#lastStep - this.#started)) / Math.max(1, this.#step)) / 1000,
      loss,
      ...others,
    } as EpochEvent;
    this.epochs.push(event);
    await this.#options.emit(event);
  }

  async #tellEstimate(estimate: EstimateEvent | undefined): Promise<void> {
    if (estimate !== undefined) await this.#options.emit(estimate);
  }

  /** Lets the event loop turn if it is time to; then, and only then, a signal can have come. */
  async #breathe(): Promise<boolean> {
    const now = performance.now();
    const due = now - this.#lastBreath >= breathEvery;
    if (due) {
      await turnOfTheLoop();
      this.#lastBreath = performance.now();
    }
    this.#options.signal?.throwIfAborted();
    return due;
  }
}

/** Ends when everything that waits in the event loop has had its turn. */
export function turnOfTheLoop(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => void };
  return new Promise((resolve) => (setImmediate === undefined ? setTimeout(resolve, 0) : setImmediate(resolve)));
}

function notFinite(epoch: number, loss: number): TenlabError {
  return new TenlabError({
    code: 'loss-not-finite',
    place: 'Training',
    expected: 'a loss that is a number',
    received: inWords(`${loss} after epoch ${epoch}`),
    remedy: 'Look for NaN in the data and for inputs that were not scaled, or lower the learning rate.',
  });
}
