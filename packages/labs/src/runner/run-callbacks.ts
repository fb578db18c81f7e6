import { inWords, TenlabError } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import type { EpochEvent, LabEvent } from './events';

export interface RunCallbackOptions {
  emit(event: LabEvent): void | Promise<void>;
  /** Ends the run within a step, or the steps of some 30 ms, when it is aborted. */
  signal?: AbortSignal | undefined;
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
  readonly #emit: RunCallbackOptions['emit'];
  readonly #signal: AbortSignal | undefined;
  #epoch = 0;
  #step = 0;
  #started = 0;
  #lastStep = 0;
  #lastBreath = 0;

  constructor({ emit, signal }: RunCallbackOptions) {
    super();
    this.#emit = emit;
    this.#signal = signal;
  }

  /** Where training is, in words; `undefined` before the first epoch. */
  get place(): string | undefined {
    return this.#epoch === 0 ? undefined : `epoch ${this.#epoch}, step ${this.#step}`;
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch + 1;
    this.#step = 0;
    this.#started = performance.now();
  }

  override async onTrainBatchEnd(step: number): Promise<void> {
    this.#step = step + 1;
    this.#lastStep = performance.now();
    if (await this.#breathe()) await this.#emit({ event: 'step', epoch: this.#epoch, step: this.#step });
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
    const event = {
      event: 'epoch',
      epoch: epoch + 1,
      steps: this.#step,
      ms_per_step: Math.round((1000 * (this.#lastStep - this.#started)) / Math.max(1, this.#step)) / 1000,
      loss,
      ...others,
    } as EpochEvent;
    this.epochs.push(event);
    await this.#emit(event);
  }

  /** Lets the event loop turn if it is time to; then, and only then, a signal can have come. */
  async #breathe(): Promise<boolean> {
    const now = performance.now();
    const due = now - this.#lastBreath >= breathEvery;
    if (due) {
      await turnOfTheLoop();
      this.#lastBreath = performance.now();
    }
    this.#signal?.throwIfAborted();
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
