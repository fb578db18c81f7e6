import type { Model } from '../models/model';
import type { Logs } from './logs';
import type { CallbackState } from './resume/run-state';

/** What a run is going to do. */
export interface CallbackParams {
  epochs: number;
  /** Steps per epoch; null when not known. */
  steps: number | null;
  verbose: 0 | 1 | 2;
  batchSize?: number;
  samples?: number;
  /** Whether there is validation. */
  validation?: boolean;
}

type Maybe = void | Promise<void>;

/**
 * Watches training and may steer it: subclass it and override what you need. A promise is waited for.
 *
 * Set `this.model.stopTraining = true` to stop after the current batch. Keras class: `keras.callbacks.Callback`.
 *
 * @example
 * class PrintLoss extends Callback {
 *   override onEpochEnd(epoch: number, logs: Logs) { console.log(epoch, logs.loss); }
 * }
 * await model.fit(x, y, { callbacks: [new PrintLoss()] });
 */
export abstract class Callback {
  declare model: Model;
  declare params: CallbackParams;
  /** True when the callback shows progress, so that `fit` with `verbose: 'auto'` adds nothing of its own. */
  readonly showsProgress: boolean = false;
  /** False when the hooks of batches need not be called for each: `fit` then runs many steps in one go, and tells of the last. */
  readonly everyBatch: boolean = true;

  /** True when its hooks are called after those of all others: for one that keeps what the others have come to. */
  readonly callLast: boolean = false;

  /** True when it looks itself for a loss that is no number; `fit` then leaves it to the callback, instead of ending with an error. */
  readonly judgesLoss: boolean = false;

  setModel(model: Model): void {
    // Not enumerable: a model that holds its callbacks is not one of their parts.
    Object.defineProperty(this, 'model', { value: model, configurable: true, writable: true });
  }

  setParams(params: CallbackParams): void {
    this.params = params;
  }

  /** What the callback must know for a run to go on after a stop. Nothing by default. */
  getState(): CallbackState | undefined | Promise<CallbackState | undefined> {
    return undefined;
  }

  /** Takes what `getState` gave in the run that is resumed; called after `onTrainBegin`. */
  setState(_state: CallbackState): Maybe {}

  onTrainBegin(_logs?: Logs): Maybe {}
  onTrainEnd(_logs?: Logs): Maybe {}
  onEpochBegin(_epoch: number, _logs?: Logs): Maybe {}
  onEpochEnd(_epoch: number, _logs: Logs): Maybe {}
  onTrainBatchBegin(_step: number, _logs?: Logs): Maybe {}
  onTrainBatchEnd(_step: number, _logs: Logs): Maybe {}
  onTestBegin(_logs?: Logs): Maybe {}
  onTestEnd(_logs: Logs): Maybe {}
  onTestBatchBegin(_step: number, _logs?: Logs): Maybe {}
  onTestBatchEnd(_step: number, _logs: Logs): Maybe {}
  onPredictBegin(_logs?: Logs): Maybe {}
  onPredictEnd(_logs?: Logs): Maybe {}
  onPredictBatchBegin(_step: number, _logs?: Logs): Maybe {}
  onPredictBatchEnd(_step: number, _logs?: Logs): Maybe {}
}
