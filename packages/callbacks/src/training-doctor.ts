import { checkOptions } from '@tenlab/core';
import { Callback, type CallbackState, type FitRun, type Logs, type StepData } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { defaultStream, type TextStream } from './text-stream';
import { type Curves, examineCurves, examineEnd } from './training-doctor/examine-curves';
import { examineInputs, examineLabels, examineLeakage, type Rows } from './training-doctor/examine-data';
import { examineGradients, examineOutputs } from './training-doctor/examine-layers';
import { examineLoss } from './training-doctor/examine-loss';
import type { Finding, Symptom } from './training-doctor/finding';
import { activationOf, layerGradients, outputsOf } from './training-doctor/look-inside';

export interface TrainingDoctorOptions {
  /** Samples to look at. Default 1000. */
  samples?: number;
  /** Where findings are written; null for nowhere. Default stderr. */
  stream?: TextStream | null;
}

/**
 * Watches data, activations, gradients and losses of a training, and says what is wrong in words: which layer, and what to do.
 *
 * It looks at the data before the first epoch, and after each at the losses and, with a few samples, at every layer. It finds inputs that
 * are not scaled, labels in order, validation data in the training data, probabilities under a loss for logits, dead and saturated
 * units, exploding layers, vanishing gradients, a learning rate that is too high, over- and underfitting. What it finds once it says once.
 * Training itself is not changed by a bit.
 *
 * @example
 * const doctor = new TrainingDoctor();
 * await model.fit(x, y, { epochs: 5, callbacks: [doctor] });
 * // Training doctor: The inputs reach 255 in size. Networks learn best from inputs of about 1.
 * //   What to do: Divide pictures by 255, or begin the model with Rescaling({ scale: 1 / 255 }).
 * doctor.findings[0]?.code; // 'inputs-not-scaled'
 */
export class TrainingDoctor extends Callback {
  override readonly everyBatch: boolean = false;
  readonly #samples: number;
  readonly #stream: TextStream | null;
  #findings: Finding[] = [];
  #curves: Record<string, number[]> = {};
  #epoch: number | null = null;

  constructor(options: TrainingDoctorOptions = {}) {
    super();
    checkOptions(options, ['samples', 'stream'], 'TrainingDoctor');
    this.#samples = options.samples ?? 1000;
    this.#stream = options.stream === undefined ? defaultStream() : options.stream;
  }

  /** All that was found, in the order it was. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  override onTrainBegin(): void {
    this.#findings = [];
    this.#curves = {};
    this.#epoch = null;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    if (epoch === 0) await this.#examineData();
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    this.#epoch = epoch;
    for (const [name, value] of Object.entries(logs)) {
      this.#curves[name] ??= [];
      this.#curves[name].push(value);
    }
    this.#add(examineCurves(this.#curves));
    await this.#run.withSamples('training', 32, (batch) => this.#examineLayers(batch));
  }

  override onTrainEnd(): void {
    this.#add(examineEnd(this.#curves));
  }

  override getState(): CallbackState {
    return { values: structuredClone({ findings: this.#findings as never, curves: this.#curves, epoch: this.#epoch }) };
  }

  override setState({ values }: CallbackState): void {
    const kept = structuredClone(values) as unknown as { findings: Finding[]; curves: Curves; epoch: number | null };
    this.#findings = kept.findings;
    this.#curves = kept.curves as Record<string, number[]>;
    this.#epoch = kept.epoch;
  }

  async #examineData(): Promise<void> {
    let training: Rows | null = null;
    await this.#run.withSamples('training', this.#samples, ({ x, y }) => {
      training = rowsOf(x);
      const readsIndices = x instanceof tf.Tensor && x.dtype === 'int32' && this.#hasEmbedding;
      if (training) this.#add(examineInputs(training, readsIndices));
      if (y instanceof tf.Tensor && isLabels(y))
        this.#add(examineLabels(y.dataSync() as Int32Array, this.#run.shuffles));
    });
    await this.#run.withSamples('validation', this.#samples, ({ x }) => {
      const validation = rowsOf(x);
      if (training && validation) this.#add(examineLeakage(training, validation));
    });
  }

  #examineLayers(batch: StepData): void {
    const outputs = outputsOf(this.model, batch);
    this.#add(examineOutputs(outputs));
    const last = this.model
      .flattenLayers()
      .filter((layer) => activationOf(layer) !== null)
      .at(-1);
    const losses = this.model.compiledState.compileLoss?.losses ?? [];
    const [only] = losses;
    const whole = outputs.at(-1);
    if (losses.length === 1 && only && 'fromLogits' in only.loss && whole && last) {
      const loss = { name: only.loss.constructor.name, fromLogits: only.loss.fromLogits === true };
      this.#add(examineLoss({ ...whole, activation: activationOf(last) }, last.name, loss));
    }
    if (this.model.trainableWeights.length > 0) this.#add(examineGradients(layerGradients(this.model, batch)));
  }

  get #hasEmbedding(): boolean {
    return this.model.flattenLayers().some((layer) => layer.constructor.name === 'Embedding');
  }

  get #run(): FitRun {
    return this.model.run as FitRun;
  }

  /** Keeps and says what was not found before. */
  #add(symptoms: readonly Symptom[]): void {
    for (const symptom of symptoms) {
      const isKnown = this.#findings.some(({ code, layer }) => code === symptom.code && layer === symptom.layer);
      if (isKnown) continue;
      this.#findings.push({ ...symptom, epoch: this.#epoch });
      this.#stream?.write(`Training doctor: ${symptom.message}\n  What to do: ${symptom.remedy}\n`);
    }
  }
}

/** The samples of one input as rows; null for several inputs and for text. */
function rowsOf(x: StepData['x']): Rows | null {
  if (!(x instanceof tf.Tensor) || x.dtype === 'string') return null;
  return { values: x.dataSync().slice() as Rows['values'], width: Math.max(1, x.size / Math.max(1, x.shape[0]!)) };
}

/** Whether targets are classes by number: one whole number per sample. */
function isLabels(y: tf.Tensor): boolean {
  if (y.size !== y.shape[0]) return false;
  const values = y.dataSync() as Float32Array | Int32Array;
  return (
    values.every((value) => Number.isInteger(value) && value >= 0 && value < 10_000) && new Set(values).size <= 1000
  );
}
