import { Callback, type Logs, type Model } from '@tenlab/layers';
import type { FromWorker } from './protocol';

export interface LiveCallbackOptions {
  tell(message: FromWorker): void;
  /** Looks at the network as it is now; called some times a second while it trains. */
  look(model: Model): Promise<void>;
}

/** Milliseconds between two reports of the progress, and between two looks at the network. */
const [tellEvery, lookEvery] = [120, 700];

/** Tells the page how training goes, shows it the network now and then, and holds training where it is asked to. */
export class LiveCallback extends Callback {
  override readonly everyBatch = false;
  readonly #options: LiveCallbackOptions;
  #epoch = 0;
  #told = 0;
  #looked = 0;
  #gate: Promise<void> | undefined;
  #open: (() => void) | undefined;

  constructor(options: LiveCallbackOptions) {
    super();
    this.#options = options;
  }

  /** Holds training at the end of the step that runs, until {@link resume}. */
  pause(): void {
    this.#gate ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  resume(): void {
    this.#open?.();
    this.#gate = undefined;
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch + 1;
  }

  override async onTrainBatchEnd(step: number, logs: Logs): Promise<void> {
    const now = performance.now();
    if (now - this.#told >= tellEvery) {
      this.#told = now;
      const { tell } = this.#options;
      tell({ type: 'progress', epoch: this.#epoch, step: step + 1, steps: this.params.steps, logs: { ...logs } });
    }
    if (now - this.#looked >= lookEvery) await this.#look();
    if (this.#gate === undefined) return;
    await this.#look();
    this.#options.tell({ type: 'paused' });
    await this.#gate;
  }

  override async onEpochEnd(): Promise<void> {
    await this.#look();
  }

  async #look(): Promise<void> {
    await this.#options.look(this.model);
    this.#looked = performance.now();
  }
}
