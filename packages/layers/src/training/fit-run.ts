import { getSeedState, inWords, setSeedState, TenlabError } from '@tenlab/core';
import type { Trainer } from '../models/trainer';
import type { CallbackList } from './callback-list';
import { ArrayBatches, type BatchSource } from './data/batches';
import type { StepData } from './data/step-data';
import type { EpochSteps } from './epoch-steps';
import type { Logs } from './logs';
import { applyStates, collectStates } from './resume/callback-states';
import type { RunState, RunValues } from './resume/run-state';
import { readVariables, writeVariables } from './resume/run-variables';

/** What a {@link FitRun} is about. */
export interface FitRunParts {
  place: string;
  model: Trainer;
  callbacks: CallbackList;
  steps: EpochSteps;
  data: RunValues['data'];
  training: BatchSource;
  validation: BatchSource | null;
  initialEpoch: number;
}

/**
 * One run of `fit` while it lasts, at `model.run`: where it is, and all it needs to go on from there in another process.
 *
 * A callback asks for the state after a step or an epoch and gives it back in `onTrainBegin`; the run then ends with the same bits as
 * one that never stopped. `BackupAndRestore` of `@tenlab/callbacks` does so with files.
 *
 * @example
 * let kept: RunState;
 * const keep = new LambdaCallback({ onEpochEnd: async () => { kept = await model.run.getState(); } });
 * const resume = new LambdaCallback({ onTrainBegin: () => model.run.setState(kept) });
 */
export class FitRun {
  /** The epoch under way, or the next one, counted from 0. */
  epoch: number;
  /** The steps of this epoch that are done. */
  step = 0;
  /** The logs of the latest step; after an epoch, those of the epoch. */
  logs: Logs = {};
  readonly #parts: FitRunParts;
  #waiting: RunState | null = null;

  constructor(parts: FitRunParts) {
    this.#parts = parts;
    this.epoch = parts.initialEpoch;
  }

  /**
   * Shows samples of the data, in the order they were given: up to `most` where they are arrays, else one batch. They are freed
   * afterwards. False where there are none to show: no validation, or a generator whose first batch would be lost.
   */
  async withSamples(from: 'training' | 'validation', most: number, use: (batch: StepData) => void): Promise<boolean> {
    const source = this.#parts[from];
    if (!source?.givesFirstBatch) return false;
    await source.withFirstBatch(use, most);
    return true;
  }

  /** Whether the samples come in another order in each epoch; null where that is up to their source. */
  get shuffles(): boolean | null {
    const { training } = this.#parts;
    return training instanceof ArrayBatches ? training.shuffle !== false : null;
  }

  /** Moves on to the next epoch: what callbacks keep at the end of one is where the next begins. */
  finishEpoch(logs: Logs): void {
    this.epoch++;
    this.step = 0;
    this.logs = logs;
  }

  /** Whether it goes on from a state that is not yet in the model. */
  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  /** Copies the state of now to the host. To be asked after a step or an epoch, by a callback with `callLast` so that others have had their turn. */
  async getState(): Promise<RunState> {
    const { model, callbacks, steps, data } = this.#parts;
    const kept = await collectStates(callbacks.callbacks);
    const arrays = await readVariables(model);
    for (const [name, array] of kept.arrays) arrays.set(name, array);
    const values: RunValues = {
      epoch: this.epoch,
      step: this.step,
      logs: { ...this.logs },
      stopTraining: model.stopTraining,
      data,
      batches: steps.getState(),
      seed: getSeedState(),
      callbacks: kept.values,
    };
    return { values, arrays };
  }

  /**
   * Goes on from a state, once the model has all its variables. To be called in `onTrainBegin`.
   *
   * Throws when the data are others than in the run that is resumed; `fit` throws when the model is another.
   */
  async setState(state: RunState): Promise<void> {
    const { place, model, callbacks, steps, data } = this.#parts;
    const { values } = state;
    for (const name of ['samples', 'batchSize', 'steps'] as const) {
      if (values.data[name] === data[name]) continue;
      throw new TenlabError({
        code: 'other-run',
        place,
        expected: `the data must be those of the run that is resumed, with \`${name}\` ${values.data[name]}`,
        received: inWords(`${data[name]}`),
        remedy: 'Give the same data and batch size, or start anew without the state.',
      });
    }
    this.epoch = values.epoch;
    this.step = values.step;
    this.logs = values.logs;
    model.stopTraining = values.stopTraining;
    steps.setState(values.batches);
    setSeedState(values.seed);
    await applyStates(place, callbacks.callbacks, state);
    this.#waiting = state;
  }

  /** Puts a state that is waiting into the model, which has all its variables by now. */
  restore(): void {
    if (!this.#waiting) return;
    const { place, model } = this.#parts;
    writeVariables(place, model, this.#waiting.arrays);
    this.#waiting = null;
  }
}
