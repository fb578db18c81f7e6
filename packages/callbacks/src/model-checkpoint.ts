import { saveModel, saveWeights } from '@tenlab/checkpoint';
import { checkOptions } from '@tenlab/core';
import type { CallbackState, Logs } from '@tenlab/layers';
import { formatPath } from './format-path';
import { expectFrequency, expectText, expectWhole, invalidOption } from './invalid-option';
import { MonitorCallback, type MonitorOptions, monitorOptions } from './monitor';
import { expectOnSaveError, type OnSaveError, trySaving } from './save-failure';
import { defaultStream } from './text-stream';

export interface ModelCheckpointOptions extends MonitorOptions {
  /**
   * The file, with what is logged filled in: `models/{epoch:02d}-{val_loss:.2f}.keras`; `epoch` and `batch` count from 1. Its folder is
   * made if it is not there. The ending says the format, as for `saveModel` and `saveWeights`.
   */
  filepath: string;
  /** Save only when the watched metric is better than ever. Default false. */
  saveBestOnly?: boolean;
  /** Save the weights alone, with `saveWeights`. Default false. */
  saveWeightsOnly?: boolean;
  /** After each epoch or each so many steps. Default `epoch`. */
  saveFreq?: 'epoch' | number;
  /** With `saveBestOnly`, what has to be beaten first. Default none. */
  initialValueThreshold?: number;
  /** Keep the files of so many best epochs and remove the others; `filepath` then has to tell them apart. Default all. */
  topK?: number;
  /** What to do when a file cannot be written, as on a full disk: `throw` or `warn`. Default `throw`. */
  onSaveError?: OnSaveError;
  /** 1 says what is saved. Default 0. */
  verbose?: 0 | 1;
}

const ownOptions = [
  'filepath',
  'saveBestOnly',
  'saveWeightsOnly',
  'saveFreq',
  'initialValueThreshold',
  'topK',
  'onSaveError',
  'verbose',
];

interface Saved {
  path: string;
  value: number;
}

/**
 * Saves the model, or its weights, while it is trained: each epoch, each so many steps, or the best only. A file is there whole or not at
 * all. Node only. Keras class: `keras.callbacks.ModelCheckpoint`.
 *
 * @example
 * const best = new ModelCheckpoint({ filepath: 'models/{epoch:02d}-{val_loss:.2f}.keras', topK: 3 });
 * await model.fit(x, y, { epochs: 20, validationSplit: 0.2, callbacks: [best] });
 * best.saved; // ['models/17-0.21.keras', 'models/20-0.22.keras', 'models/16-0.22.keras']
 */
export class ModelCheckpoint extends MonitorCallback {
  override readonly everyBatch: boolean;
  readonly #options: Required<Omit<ModelCheckpointOptions, keyof MonitorOptions | 'initialValueThreshold'>>;
  readonly #threshold: number | undefined;
  #best: number | undefined;
  #saved: Saved[] = [];
  #epoch = 0;
  #stepsSince = 0;

  /** Throws for unknown options, and those that cannot go together. */
  constructor(options: ModelCheckpointOptions) {
    const place = 'ModelCheckpoint';
    checkOptions(options, [...monitorOptions, ...ownOptions], place);
    super(place, options);
    const { filepath, saveFreq = 'epoch', topK = Number.POSITIVE_INFINITY, onSaveError = 'throw' } = options;
    expectText(place, 'filepath', filepath, 'models/{epoch:02d}.keras');
    expectFrequency(place, 'saveFreq', saveFreq);
    expectOnSaveError(onSaveError, place);
    if (topK !== Number.POSITIVE_INFINITY) {
      expectWhole(place, 'topK', topK, 1);
      if (!filepath.includes('{')) {
        throw invalidOption(
          place,
          '`filepath` must tell the files of `topK` apart',
          filepath,
          "Put the epoch into it: 'models/{epoch:02d}.keras'.",
        );
      }
    }
    const { saveBestOnly = false, saveWeightsOnly = false, verbose = 0 } = options;
    this.#options = { filepath, saveBestOnly, saveWeightsOnly, saveFreq, topK, onSaveError, verbose };
    this.#threshold = options.initialValueThreshold;
    this.everyBatch = saveFreq !== 'epoch';
  }

  /** The files of this run that are there, the best first where a metric decides. */
  get saved(): string[] {
    return this.#saved.map(({ path }) => path);
  }

  /** The best value so far; undefined before the first. */
  get best(): number | undefined {
    return this.#best;
  }

  override onTrainBegin(logs?: Logs): void {
    super.onTrainBegin(logs);
    this.#best = this.#threshold;
    this.#saved = [];
    this.#stepsSince = 0;
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch;
  }

  override async onTrainBatchEnd(step: number, logs: Logs): Promise<void> {
    const { saveFreq } = this.#options;
    if (saveFreq === 'epoch' || ++this.#stepsSince < saveFreq) return;
    this.#stepsSince = 0;
    await this.#save({ ...logs, epoch: this.#epoch + 1, batch: step + 1 }, logs);
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    if (this.#options.saveFreq === 'epoch') await this.#save({ ...logs, epoch: epoch + 1 }, logs);
  }

  override getState(): CallbackState {
    return {
      values: {
        best: this.#best ?? null,
        saved: this.#saved.map(({ path, value }) => [path, value]),
        stepsSince: this.#stepsSince,
      },
    };
  }

  override setState({ values }: CallbackState): void {
    this.#best = (values.best as number | null) ?? undefined;
    this.#saved = (values.saved as [string, number][]).map(([path, value]) => ({ path, value }));
    this.#stepsSince = values.stepsSince as number;
  }

  async #save(values: Readonly<Record<string, number>>, logs: Logs): Promise<void> {
    const { filepath, saveBestOnly, saveWeightsOnly, topK, onSaveError } = this.#options;
    const path = formatPath(filepath, values);
    let value = Number.NaN;
    if (saveBestOnly || topK !== Number.POSITIVE_INFINITY) {
      const current = this.monitorValue(logs);
      if (current === undefined) return;
      value = current;
      if (saveBestOnly && !this.isImprovement(value, this.#best)) {
        this.#say(values.epoch, `${this.monitor} did not improve from ${inShort(this.#best)}`);
        return;
      }
      const worst = this.#saved[topK - 1];
      if (worst && !this.isImprovement(value, worst.value)) return;
    }
    const isSaved = await trySaving('ModelCheckpoint', onSaveError, async () => {
      const { makeFolder } = await import('@tenlab/core/node');
      const { dirname } = process.getBuiltinModule('node:path');
      await makeFolder(dirname(path));
      await (saveWeightsOnly ? saveWeights : saveModel)(this.model, path);
    });
    if (!isSaved) return;
    const improved = saveBestOnly ? `${this.monitor} improved from ${inShort(this.#best)} to ${inShort(value)}, ` : '';
    this.#say(values.epoch, `${improved}saved to ${path}`);
    if (this.isImprovement(value, this.#best)) this.#best = value;
    await this.#remember({ path, value });
  }

  /** Keeps the list in order, and no more files than asked for. */
  async #remember(file: Saved): Promise<void> {
    const others = this.#saved.filter(({ path }) => path !== file.path);
    const after = others.findIndex(({ value }) => this.isImprovement(file.value, value));
    others.splice(after < 0 ? others.length : after, 0, file);
    this.#saved = others.slice(0, this.#options.topK);
    const { rm } = process.getBuiltinModule('node:fs').promises;
    for (const { path } of others.slice(this.#options.topK)) await rm(path, { force: true });
  }

  #say(epoch: number | undefined, text: string): void {
    if (this.#options.verbose > 0) defaultStream().write(`Epoch ${epoch}: ${text}\n`);
  }
}

function inShort(value: number | undefined): string {
  return value === undefined ? 'none' : value.toFixed(5);
}
