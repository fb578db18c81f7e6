import { checkOptions } from '@tenlab/core';
import { Callback, type CallbackState } from '@tenlab/layers';
import { expectPositive, expectWhole, invalidOption } from './invalid-option';

export interface StopAfterOptions {
  /** Seconds of training, those before a resumed run's kill included. */
  seconds?: number;
  /** Steps, over all epochs. */
  steps?: number;
}

/**
 * Stops training after a time or a number of steps, whichever comes first.
 *
 * Time is looked at whenever JavaScript has its turn, at least every 30 ms or so. The number of steps is kept exactly.
 *
 * @example
 * await model.fit(x, y, { epochs: 1000, callbacks: [new StopAfter({ seconds: 60 })] }); // stops within the epoch of the minute
 */
export class StopAfter extends Callback {
  override readonly everyBatch: boolean;
  readonly #seconds: number;
  readonly #steps: number;
  #stepsDone = 0;
  #began = 0;

  /** Throws unless there is a limit. */
  constructor(options: StopAfterOptions) {
    super();
    checkOptions(options, ['seconds', 'steps'], 'StopAfter');
    const { seconds, steps } = options;
    if (seconds === undefined && steps === undefined) {
      throw invalidOption('StopAfter', '`seconds`, `steps` or both', options, 'Pass for example { seconds: 60 }.');
    }
    if (seconds !== undefined) expectPositive('StopAfter', 'seconds', seconds);
    if (steps !== undefined) expectWhole('StopAfter', 'steps', steps, 1);
    this.#seconds = seconds ?? Number.POSITIVE_INFINITY;
    this.#steps = steps ?? Number.POSITIVE_INFINITY;
    this.everyBatch = steps !== undefined;
  }

  override onTrainBegin(): void {
    this.#stepsDone = 0;
    this.#began = performance.now();
  }

  override onTrainBatchEnd(): void {
    this.#stepsDone++;
    if (this.#stepsDone >= this.#steps || this.#elapsed >= this.#seconds) this.model.stopTraining = true;
  }

  override getState(): CallbackState {
    return { values: { steps: this.#stepsDone, seconds: this.#elapsed } };
  }

  override setState({ values }: CallbackState): void {
    this.#stepsDone = values.steps as number;
    this.#began = performance.now() - (values.seconds as number) * 1000;
  }

  get #elapsed(): number {
    return (performance.now() - this.#began) / 1000;
  }
}
