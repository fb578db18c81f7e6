import type { SummaryValue } from '@tenlab/checkpoint/records';
import { checkOptions } from '@tenlab/core';
import { Callback, type CallbackState, type HostArray, type Logs, readVariable } from '@tenlab/layers';
import { expectFrequency, expectText, expectWhole } from './invalid-option';
import { EventFile, type EventFilePlace } from './tensorboard/event-file';
import { histogramSummary, imageSummary, scalarSummary, textSummary } from './tensorboard/summaries';
import { weightImages } from './tensorboard/weight-image';

export interface TensorBoardOptions {
  /** The folder; `train` and `validation` are made in it. Default `logs`. */
  logDir?: string;
  /** Histograms of all weights each so many epochs; 0 for none. Default 0. */
  histogramFreq?: number;
  /** The model's summary and its configuration as text. Default true. */
  writeGraph?: boolean;
  /** With `histogramFreq`, also the weights as pictures. Default false. */
  writeImages?: boolean;
  /** Log steps per second. Default false. */
  writeStepsPerSecond?: boolean;
  /** Scalars after each epoch, or also within one each so many steps. Default `epoch`. */
  updateFreq?: 'epoch' | number;
  /** What this run was made with, for TensorBoard's page of hyperparameters. Default none. */
  hparams?: Readonly<Record<string, number | string | boolean>>;
}

const options = [
  'logDir',
  'histogramFreq',
  'writeGraph',
  'writeImages',
  'writeStepsPerSecond',
  'updateFreq',
  'hparams',
];

/**
 * Writes what TensorBoard shows: `epoch_loss` and the other metrics of training and validation, the learning rate, and if asked for
 * histograms and pictures of the weights and values within an epoch (`batch_loss`). A resumed run goes on in its files.
 *
 * Node only. Look at it with `pip install tensorboard` and `tensorboard --logdir logs`. Keras class: `keras.callbacks.TensorBoard`.
 *
 * @example
 * await model.fit(x, y, { epochs: 5, validationSplit: 0.2, callbacks: [new TensorBoard({ logDir: 'logs/run1' })] });
 */
export class TensorBoard extends Callback {
  override readonly everyBatch: boolean;
  readonly #train: EventFile;
  readonly #validation: EventFile;
  readonly #root: EventFile;
  readonly #options: Required<TensorBoardOptions>;
  #steps = 0;
  #evaluations = 0;
  #epochBegan = { at: 0, steps: 0 };
  #inTraining = false;
  #isResumed = false;

  /** Throws for unknown options and values that mean nothing. */
  constructor(given: TensorBoardOptions = {}) {
    super();
    const place = 'TensorBoard';
    checkOptions(given, options, place);
    const { logDir = 'logs', histogramFreq = 0, updateFreq = 'epoch', hparams = {} } = given;
    expectText(place, 'logDir', logDir, 'logs/run1');
    expectWhole(place, 'histogramFreq', histogramFreq);
    expectFrequency(place, 'updateFreq', updateFreq);
    const { writeGraph = true, writeImages = false, writeStepsPerSecond = false } = given;
    this.#options = { logDir, histogramFreq, writeGraph, writeImages, writeStepsPerSecond, updateFreq, hparams };
    this.#train = new EventFile(`${logDir}/train`);
    this.#validation = new EventFile(`${logDir}/validation`);
    this.#root = new EventFile(logDir);
    // How many steps were made has to be known at each of them.
    this.everyBatch = updateFreq !== 'epoch';
  }

  override onTrainBegin(): void {
    this.#steps = 0;
    this.#evaluations = 0;
    this.#inTraining = true;
    this.#isResumed = false;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#epochBegan = { at: performance.now(), steps: this.#steps };
    // Not in `onTrainBegin`: a run that is resumed has written it before.
    if (epoch === 0 && !this.#isResumed) await this.#describe();
  }

  override async onTrainBatchEnd(step: number, logs: Logs): Promise<void> {
    const before = this.#steps;
    this.#steps = this.#epochBegan.steps + step + 1;
    const { updateFreq, writeStepsPerSecond } = this.#options;
    if (updateFreq === 'epoch' || Math.floor(before / updateFreq) === Math.floor(this.#steps / updateFreq)) return;
    const values = Object.entries(logs).map(([name, value]) => scalarSummary(`batch_${name}`, value));
    if (writeStepsPerSecond) values.push(scalarSummary('batch_steps_per_second', this.#stepsPerSecond));
    await this.#train.add(this.#steps, values);
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const training: SummaryValue[] = [];
    const validation: SummaryValue[] = [];
    for (const [name, value] of Object.entries({ ...logs, learning_rate: this.#learningRate })) {
      if (value === undefined) continue;
      if (name.startsWith('val_')) validation.push(scalarSummary(`epoch_${name.slice(4)}`, value));
      else training.push(scalarSummary(`epoch_${name}`, value));
    }
    const { histogramFreq, writeStepsPerSecond } = this.#options;
    if (writeStepsPerSecond) training.push(scalarSummary('epoch_steps_per_second', this.#stepsPerSecond));
    if (histogramFreq > 0 && epoch % histogramFreq === 0) training.push(...(await this.#weights()));
    await this.#train.add(epoch, training);
    if (validation.length > 0) await this.#validation.add(epoch, validation);
  }

  override async onTestEnd(logs: Logs): Promise<void> {
    // Keras counts the steps of training here; evaluated by itself, each evaluation is one.
    const step = this.#inTraining ? this.#steps : this.#evaluations++;
    const values = Object.entries(logs).map(([name, value]) =>
      scalarSummary(`evaluation_${name}_vs_iterations`, value),
    );
    await this.#validation.add(step, values);
  }

  override async onTrainEnd(): Promise<void> {
    this.#inTraining = false;
    if (Object.keys(this.#options.hparams).length === 0) return;
    const { hparamsEnd } = await import('@tenlab/checkpoint/records');
    await this.#root.add(0, [hparamsEnd(true, Date.now() / 1000)]);
  }

  override getState(): CallbackState {
    const places = [this.#train, this.#validation, this.#root].map(({ place }) => place);
    return { values: { steps: this.#steps, places } };
  }

  override async setState({ values }: CallbackState): Promise<void> {
    this.#isResumed = true;
    this.#steps = values.steps as number;
    const places = values.places as (EventFilePlace | null)[];
    for (const [index, file] of [this.#train, this.#validation, this.#root].entries()) {
      const place = places[index];
      if (place) await file.resume(place);
    }
  }

  get #stepsPerSecond(): number {
    return (1000 * (this.#steps - this.#epochBegan.steps)) / Math.max(1e-3, performance.now() - this.#epochBegan.at);
  }

  get #learningRate(): number | undefined {
    const { optimizer } = this.model.compiledState;
    return 'optimizers' in optimizer ? undefined : optimizer.learningRate;
  }

  async #describe(): Promise<void> {
    const { hparams, writeGraph } = this.#options;
    if (Object.keys(hparams).length > 0) {
      const { hparamsStart } = await import('@tenlab/checkpoint/records');
      const group = this.params.validation ? 'validation' : 'train';
      await this.#root.add(0, hparamsStart(hparams, { [group]: ['epoch_loss'] }, Date.now() / 1000));
    }
    if (!writeGraph || !this.model.built) return;
    const lines: string[] = [];
    this.model.summary({ print: (line) => lines.push(line) });
    await this.#train.add(0, [textSummary('model', ['```', ...lines, '```'].join('\n'))]);
  }

  async #weights(): Promise<SummaryValue[]> {
    const values: SummaryValue[] = [];
    for (const { path, value } of this.model.weights) {
      const array = await readVariable(value);
      values.push(histogramSummary(`${path}/histogram`, array.data));
      if (this.#options.writeImages) values.push(...(await pictures(`${path}/image`, array)));
    }
    return values;
  }
}

async function pictures(tag: string, array: HostArray): Promise<SummaryValue[]> {
  const { encode } = await import('fast-png');
  const images = weightImages(array);
  const [first] = images;
  if (!first) return [];
  return [
    imageSummary(
      tag,
      first.width,
      first.height,
      images.map((image) => encode({ ...image, channels: 1 })),
    ),
  ];
}
