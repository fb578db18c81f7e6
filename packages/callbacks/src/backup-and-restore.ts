import { latestRunState, loadRunState, removeRunState, saveRunState } from '@tenlab/checkpoint';
import { checkOptions } from '@tenlab/core';
import { Callback, type FitRun } from '@tenlab/layers';
import { expectFrequency, expectText } from './invalid-option';
import { expectOnSaveError, type OnSaveError, trySaving } from './save-failure';

export interface BackupAndRestoreOptions {
  /** The folder that holds the state of this one run. */
  backupDir: string;
  /**
   * After each epoch, or also after so many steps: then as soon as JavaScript has its turn, which short steps that run in one go give
   * it every 30 ms. Default `epoch`.
   */
  saveFreq?: 'epoch' | number;
  /** Whether a run that ends well removes its state. Default true. */
  deleteCheckpoint?: boolean;
  /** What to do when the state cannot be written, as on a full disk: `throw` or `warn`. Default `throw`. */
  onSaveError?: OnSaveError;
}

/**
 * Lets a run that was killed go on where it was: with the same call of `fit` in a new process, the run ends with the same bits as one
 * that never stopped.
 *
 * Kept are weights, optimizer, random counters, metrics, the place in the data and what other callbacks know, in files that are whole
 * or not there; the last but one is kept too. A second run that writes into the same folder is refused. Node only. Keras class: `keras.callbacks.BackupAndRestore`.
 *
 * @example
 * const backup = new BackupAndRestore({ backupDir: 'runs/digits', saveFreq: 500 });
 * await model.fit(x, y, { epochs: 10, callbacks: [backup] }); // killed in epoch 7; the same program goes on there
 */
export class BackupAndRestore extends Callback {
  override readonly everyBatch: boolean = false;
  override readonly callLast: boolean = true;
  readonly #folder: string;
  readonly #saveFreq: 'epoch' | number;
  readonly #deleteCheckpoint: boolean;
  readonly #onSaveError: OnSaveError;
  #lastSaved = 0;
  /** The file that this run wrote or found last. */
  #last: string | null = null;

  /** Throws for an option that does not exist, a folder without a name, and a frequency that is none. */
  constructor(options: BackupAndRestoreOptions) {
    super();
    const place = 'BackupAndRestore';
    checkOptions(options, ['backupDir', 'saveFreq', 'deleteCheckpoint', 'onSaveError'], place);
    const { backupDir, saveFreq = 'epoch', deleteCheckpoint = true, onSaveError = 'throw' } = options;
    expectText(place, 'backupDir', backupDir, 'runs/digits');
    expectFrequency(place, 'saveFreq', saveFreq);
    expectOnSaveError(onSaveError, place);
    this.#folder = backupDir;
    this.#saveFreq = saveFreq;
    this.#deleteCheckpoint = deleteCheckpoint;
    this.#onSaveError = onSaveError;
  }

  override async onTrainBegin(): Promise<void> {
    const state = await loadRunState(this.#folder);
    if (state) await this.#run.setState(state);
    this.#lastSaved = this.#run.step;
    this.#last = await latestRunState(this.#folder);
  }

  override async onTrainBatchEnd(): Promise<void> {
    if (this.#saveFreq === 'epoch' || this.#run.step - this.#lastSaved < this.#saveFreq) return;
    await this.#save();
    this.#lastSaved = this.#run.step;
  }

  override async onEpochEnd(): Promise<void> {
    await this.#save();
    this.#lastSaved = 0;
  }

  override async onTrainEnd(): Promise<void> {
    if (this.#deleteCheckpoint) await removeRunState(this.#folder);
  }

  async #save(): Promise<void> {
    await trySaving('BackupAndRestore', this.#onSaveError, async () => {
      this.#last = await saveRunState(this.#folder, await this.#run.getState(), { after: this.#last });
    });
  }

  get #run(): FitRun {
    return this.model.run as FitRun;
  }
}
