import { decodeRunState, encodeRunState } from '@tenlab/checkpoint';
import { Callback, type FitRun, type Model } from '@tenlab/layers';
import type { LabFiles } from '../../define-lab';

const fileName = 'killed-run/state.safetensors';

/**
 * Keeps the whole state of a run after every so many steps, and goes on from it when training begins: what `BackupAndRestore` does,
 * which writes to a disk alone. Weights are not enough: the optimizer's moments, the random counters and the place in the shuffled data belong
 * to it too.
 */
export class KeepRun extends Callback {
  // Steps are told one by one: which step is kept must not depend on how fast they are.
  override readonly everyBatch = true;
  override readonly callLast = true;
  /** The epoch and the step from which the run went on; undefined when it began anew. */
  resumedAt: { epoch: number; step: number } | undefined;
  readonly #files: LabFiles;
  readonly #every: number;
  readonly #goOn: boolean;
  #since = 0;

  /** `goOn` false begins anew, whatever was kept. */
  constructor({ files, every, goOn = true }: { files: LabFiles; every: number; goOn?: boolean }) {
    super();
    this.#files = files;
    this.#every = every;
    this.#goOn = goOn;
  }

  override async onTrainBegin(): Promise<void> {
    const bytes = this.#goOn ? await this.#files.read(fileName) : undefined;
    if (bytes === undefined) return;
    const state = await decodeRunState(bytes, fileName);
    await this.#run.setState(state);
    this.resumedAt = { epoch: state.values.epoch, step: state.values.step };
  }

  override async onTrainBatchEnd(): Promise<void> {
    this.#since++;
    if (this.#since < this.#every) return;
    this.#since = 0;
    await this.#files.write(fileName, await encodeRunState(await this.#run.getState()));
  }

  get #run(): FitRun {
    return (this.model as Model).run as FitRun;
  }
}

/** What comes out of `fit` when {@link Kill} strikes. */
export class Killed extends Error {}

/** Ends training in the middle of an epoch, as pulling the plug does: nothing of the process is saved. */
export class Kill extends Callback {
  override readonly everyBatch = true;
  readonly #after: number;
  #steps = 0;

  /** `after` so many steps. */
  constructor({ after }: { after: number }) {
    super();
    this.#after = after;
  }

  override onTrainBatchEnd(): void {
    this.#steps++;
    if (this.#steps >= this.#after) throw new Killed(`killed after ${this.#steps} steps`);
  }
}
