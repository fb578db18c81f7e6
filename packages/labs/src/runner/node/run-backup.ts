import { loadRunState, saveRunState } from '@tenlab/checkpoint';
import { Callback, type FitRun } from '@tenlab/layers';

export interface RunBackupOptions {
  /** The folder for the states, one folder in it for each training. */
  folder: string;
  /** Seconds of training between two states; 2 when left out. */
  every?: number;
  /** The share of the time that keeping states may take; 0.05 when left out. */
  share?: number;
}

/**
 * Keeps the state of each training of a run, so that a run which was killed goes on: a training that ended is taken up at its end, the
 * one under way where it was, and what has no state is done anew, with the same seed and so the same bits.
 *
 * Loops written by hand, and trainings on batches that come ready made, have no state.
 */
export class RunBackup extends Callback {
  override readonly everyBatch = false;
  override readonly callLast = true;
  readonly #folder: string;
  readonly #every: number;
  readonly #share: number;
  #training = 0;
  #run: FitRun | undefined;
  #lastSaved = 0;
  #lastCost = 0;

  constructor({ folder, every = 2, share = 0.05 }: RunBackupOptions) {
    super();
    this.#folder = folder;
    this.#every = every;
    this.#share = share;
  }

  override async onTrainBegin(): Promise<void> {
    this.#training++;
    // A loop written by hand has no run. Where batches come ready made, nobody knows what makes them.
    const run = this.model?.run ?? undefined;
    this.#run = run !== undefined && run.shuffles !== null ? run : undefined;
    const state = this.#run && (await loadRunState(this.#own));
    if (state) await this.#run!.setState(state);
    this.#lastSaved = performance.now();
  }

  override async onTrainBatchEnd(): Promise<void> {
    await this.#saveIfDue();
  }

  override async onEpochEnd(epoch: number): Promise<void> {
    const isLast = epoch + 1 === this.params.epochs || this.model?.stopTraining === true;
    await this.#saveIfDue(isLast ? this.#every / 4 : this.#every);
  }

  async #saveIfDue(every = this.#every): Promise<void> {
    const began = performance.now();
    if (this.#run === undefined || began - this.#lastSaved < Math.max(1000 * every, this.#lastCost / this.#share))
      return;
    await saveRunState(this.#own, await this.#run.getState());
    this.#lastSaved = performance.now();
    this.#lastCost = this.#lastSaved - began;
  }

  get #own(): string {
    return `${this.#folder}/${this.#training}`;
  }
}
