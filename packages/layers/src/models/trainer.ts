// How models train: what `compile` makes, the loops of ../training, and the steps that a subclass may override. A step is a
// function of tensors on variables, so that a backend may record it; everything else here runs around steps.
import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { FunctionalGraph } from '../graph/functional-graph';
import type { Shape } from '../graph/shape';
import { isRecord, type Tree } from '../graph/tree';
import { Layer } from '../layers/layer';
import type { Metric } from '../metrics/index';
import type { Optimizer } from '../optimizers/index';
import type { Config } from '../registry/config';
import { type CompileOptions, compileConfig } from '../training/compile-options';
import { batchLength } from '../training/data/batches';
import type { BatchIterable } from '../training/data/iterable-batches';
import type { DataInput } from '../training/data/read-data';
import type { StepData, StepLogs } from '../training/data/step-data';
import { evaluate } from '../training/evaluate';
import { fit } from '../training/fit';
import type { EvaluateOptions, FitOptions, PredictOptions } from '../training/fit-options';
import type { FitRun } from '../training/fit-run';
import { gradientsOf } from '../training/gradients';
import type { History } from '../training/history';
import { type OnBatchOptions, predictOnBatch, testOnBatch, trainOnBatch } from '../training/on-batch';
import type { PassSteps } from '../training/pass-steps';
import { predict } from '../training/predict';
import { type CompiledState, disposeCompiledState, makeCompiledState, notCompiled } from './compiled-state';
import { inMetricOrder } from './metric-order';
import { type StepKind, StepPrograms } from './step-programs';
import { TrainedWeights } from './trained-weights';

/** What the loss and the metrics of a batch are computed from. */
export interface LossInputs extends StepData {
  yPred: Tree<tf.Tensor>;
  training: boolean;
}

/** The part of a {@link Model} that trains. Keras: `keras.src.trainers.trainer.Trainer`. */
export abstract class Trainer extends Layer {
  /** The graph of a functional or sequential model; null for a subclass, and before a stack is built. */
  declare graph: FunctionalGraph | null;
  /** The history of the latest `fit`. */
  declare history: History | null;
  /** The run of `fit` that is under way; null outside of one. */
  declare run: FitRun | null;
  /** Set by a callback, training stops after the current batch. */
  stopTraining = false;
  stopEvaluating = false;
  stopPredicting = false;
  #state: CompiledState | null = null;
  readonly #programs = new StepPrograms(this);
  #outputShapes: Shape[] = [];
  readonly #trained = new TrainedWeights();

  /** Whether it computes outputs at all: a model with a `trainStep` of its own may do without. */
  abstract get hasCall(): boolean;

  /** The names of the outputs; null where they have none. */
  get outputNames(): readonly string[] | null {
    return this.graph?.outputNames ?? null;
  }

  /** The shapes of the outputs, as far as known. */
  get outputShapes(): readonly Shape[] {
    return this.graph ? this.graph.flatOutputs.map(({ shape }) => shape) : this.#outputShapes;
  }

  /** Remembers the shapes that a subclass put out. */
  noteOutputs(shapes: readonly Shape[]): void {
    this.#outputShapes = [...shapes];
  }

  /**
   * Sets how the model trains. Throws on an unknown option or name.
   *
   * @example
   * model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });
   */
  compile(options: CompileOptions = {}): void {
    const state = makeCompiledState(`${this.place}, compile`, options, this.outputNames);
    if (this.#state) disposeCompiledState(this.#state, state.optimizer);
    this.#state = state;
    this.forgetSteps();
  }

  get compiled(): boolean {
    return this.#state !== null;
  }

  /** What `compile` has made. Throws before it. */
  get compiledState(): CompiledState {
    if (this.#state) return this.#state;
    throw notCompiled(this.place);
  }

  get optimizer(): Optimizer {
    return this.compiledState.optimizer;
  }

  get stepsPerExecution(): number {
    return this.#state?.stepsPerExecution ?? 1;
  }

  /** Whether the loss needs targets: it was given to `compile`, and no method that uses it is overridden. */
  get needsTargets(): boolean {
    const { trainStep, testStep, computeLoss } = Trainer.prototype;
    const isOwn = this.trainStep !== trainStep || this.testStep !== testStep || this.computeLoss !== computeLoss;
    return !isOwn && Boolean(this.#state?.compileLoss);
  }

  /** The metrics that are reset each epoch: the loss, those of `compile`, one loss per output, and those held as properties. */
  get metrics(): Metric[] {
    const own = this.flattenLayers().flatMap((layer) =>
      layer === this || !(layer instanceof Trainer) ? layer.ownMetrics : [],
    );
    if (!this.#state) return own;
    const { lossTracker, compileMetrics, compileLoss } = this.#state;
    return [
      ...new Set<Metric>([lossTracker, ...(compileMetrics?.metrics ?? []), ...(compileLoss?.metrics ?? []), ...own]),
    ];
  }

  /** Sets all metrics back to their start. */
  resetMetrics(): void {
    for (const metric of this.metrics) metric.resetState();
  }

  /**
   * Trains the model, epoch by epoch, and returns the history.
   *
   * `x` and `y` are tensors, arrays, `{ data, shape }`, or lists or records of these for several inputs and outputs; or `x`
   * gives batches. Throws before training on data that does not fit, and when the loss is no number any more.
   *
   * @example
   * const { history } = await model.fit(x, y, { epochs: 5, validationSplit: 0.2 });
   */
  async fit(x: DataInput | BatchIterable, y: DataInput | null = null, options: FitOptions = {}): Promise<History> {
    this.#expectSameWeights();
    return fit(this, x, y, options);
  }

  /**
   * The loss and metrics on data: a number, a list when there are metrics, or with `returnDict` a record.
   *
   * @example
   * const [loss, accuracy] = await model.evaluate(x, y);
   */
  async evaluate(
    x: DataInput | BatchIterable,
    y: DataInput | null | undefined,
    options: EvaluateOptions & { returnDict: true },
  ): Promise<Record<string, number>>;
  async evaluate(
    x: DataInput | BatchIterable,
    y?: DataInput | null,
    options?: EvaluateOptions & { returnDict?: false },
  ): Promise<number | number[]>;
  async evaluate(x: DataInput | BatchIterable, y: DataInput | null = null, options: EvaluateOptions = {}) {
    this.compiledState;
    const logs = await evaluate(this, x, y, options);
    return options.returnDict ? logs : this.#inMetricOrder(logs);
  }

  /**
   * The outputs for data, batch by batch. The caller owns the tensors.
   *
   * @example
   * const probabilities = await model.predict(x) as tf.Tensor;
   */
  async predict(x: DataInput | BatchIterable, options: PredictOptions = {}): Promise<tf.Tensor | tf.Tensor[]> {
    return (await predict(this, x, options)) as tf.Tensor | tf.Tensor[];
  }

  /** One training step on one batch; the metrics are those of this batch alone. */
  async trainOnBatch(
    x: DataInput,
    y: DataInput | null,
    options: OnBatchOptions & { returnDict: true },
  ): Promise<Record<string, number>>;
  async trainOnBatch(
    x: DataInput,
    y?: DataInput | null,
    options?: OnBatchOptions & { returnDict?: false },
  ): Promise<number | number[]>;
  async trainOnBatch(x: DataInput, y: DataInput | null = null, options: OnBatchOptions = {}) {
    this.#expectSameWeights();
    const logs = trainOnBatch(this, x, y, options);
    return options.returnDict ? logs : this.#inMetricOrder(logs);
  }

  /** The loss and metrics of one batch. */
  async testOnBatch(
    x: DataInput,
    y: DataInput | null,
    options: Omit<OnBatchOptions, 'classWeight'> & { returnDict: true },
  ): Promise<Record<string, number>>;
  async testOnBatch(
    x: DataInput,
    y?: DataInput | null,
    options?: Omit<OnBatchOptions, 'classWeight'> & { returnDict?: false },
  ): Promise<number | number[]>;
  async testOnBatch(x: DataInput, y: DataInput | null = null, options: Omit<OnBatchOptions, 'classWeight'> = {}) {
    const logs = testOnBatch(this, x, y, options);
    return options.returnDict ? logs : this.#inMetricOrder(logs);
  }

  /** The outputs for one batch. The caller owns the tensors. */
  async predictOnBatch(x: DataInput): Promise<tf.Tensor | tf.Tensor[]> {
    return predictOnBatch(this, x) as tf.Tensor | tf.Tensor[];
  }

  /**
   * What one training step does: override it to train in your own way and keep `fit` with its callbacks.
   *
   * It must be made of tensor operations and assignments to weights alone, without reading values, as it may be recorded.
   * It returns the metrics to log.
   */
  trainStep(data: StepData): StepLogs {
    const { optimizer, lossTracker } = this.compiledState;
    const { x } = data;
    const weights = this.trainableWeights;
    const { loss, gradients, outputs } = gradientsOf(weights, () => {
      const yPred = this.apply<Tree<tf.Tensor>>(x, { training: true });
      const unscaled = this.computeLoss({ ...data, yPred, training: true });
      return { loss: optimizer.scaleLoss(unscaled), outputs: { yPred, unscaled } };
    });
    loss.dispose();
    lossTracker.updateState(outputs.unscaled, { sampleWeight: tf.scalar(batchLength(x)) });
    if (weights.length > 0) optimizer.apply(gradients, weights);
    return this.computeMetrics({ ...data, yPred: outputs.yPred, training: true });
  }

  /** What one step of evaluation does. */
  testStep(data: StepData): StepLogs {
    const yPred = this.apply<Tree<tf.Tensor>>(data.x, { training: false });
    const loss = this.computeLoss({ ...data, yPred, training: false });
    this.compiledState.lossTracker.updateState(loss, { sampleWeight: tf.scalar(batchLength(data.x)) });
    return this.computeMetrics({ ...data, yPred, training: false });
  }

  /** What one step of prediction does. */
  predictStep({ x }: StepData): Tree<tf.Tensor> {
    return this.apply<Tree<tf.Tensor>>(x, { training: false });
  }

  /** The loss of a batch, with all that layers and regularizers add. Override it for a loss of your own. */
  computeLoss({ y, yPred, sampleWeight }: LossInputs): tf.Tensor {
    const { compileLoss } = this.compiledState;
    const fromOutputs = compileLoss && y !== null ? compileLoss.apply(y, yPred, sampleWeight) : null;
    const all = [...(fromOutputs ? [fromOutputs] : []), ...this.losses.map((loss) => tf.sum(loss))];
    if (all.length > 0) return all.reduce((sum, loss) => tf.add(sum, loss));
    throw new TenlabError({
      code: 'no-loss',
      place: this.place,
      expected: 'there must be a loss to compute',
      received: inWords(compileLoss ? 'data without `y`' : 'a model compiled without `loss`'),
      remedy: 'Pass `loss` to compile() and `y` to fit(), or call addLoss() in a layer.',
    });
  }

  /** Adds a batch to the metrics and returns all results. Override it to add metrics of your own. */
  computeMetrics({ y, yPred, sampleWeight }: LossInputs): StepLogs {
    if (y !== null) this.compiledState.compileMetrics?.updateState(y, yPred, sampleWeight);
    return this.getMetricsResult();
  }

  /** The results of all metrics by name. */
  getMetricsResult(): StepLogs {
    const results: StepLogs = {};
    const { compileMetrics } = this.compiledState;
    const inCompile = new Set(compileMetrics?.metrics);
    for (const metric of this.metrics) {
      if (inCompile.has(metric)) continue;
      const result = metric.result();
      if (isRecord(result)) Object.assign(results, result);
      else results[metric.name] = result as tf.Tensor;
    }
    return { ...results, ...compileMetrics?.results() };
  }

  /** The step as the loops run it: handed to core's `compile`, with state that outlives it in variables only. */
  stepFunction(kind: 'predict'): (data: StepData) => Tree<tf.Tensor>;
  stepFunction(kind: 'train' | 'test'): (data: StepData) => StepLogs;
  stepFunction(kind: StepKind): (data: StepData) => Tree<tf.Tensor> {
    return this.#programs.step(kind);
  }

  /** Whether its steps are handed to `compile`; they may then pick their batches out of data on the backend. */
  get compilesSteps(): boolean {
    const { runEagerly = false, jitCompile = 'auto' } = this.#state?.options ?? {};
    return !runEagerly && jitCompile !== false;
  }

  /** The steps that pick their batches out of data on the backend. */
  passSteps(kind: 'predict'): PassSteps<Tree<tf.Tensor>>;
  passSteps(kind: 'train' | 'test'): PassSteps<StepLogs>;
  passSteps(kind: StepKind): PassSteps<Tree<tf.Tensor>> {
    return this.#programs.passSteps(kind);
  }

  /** For models whose layers change: steps that were recorded are of the old ones. */
  protected forgetSteps(): void {
    this.#programs.forget();
    this.#trained.forget();
  }

  /** How the model was compiled, as Keras writes it; empty before. */
  getCompileConfig(): Config {
    return this.#state ? compileConfig(this.#state.options, this.#state.optimizer) : {};
  }

  /** Frees weights, optimizer state and metrics. The model cannot be used after it. */
  override dispose(): void {
    super.dispose();
    if (this.#state) disposeCompiledState(this.#state, null);
    this.#state = null;
    this.#programs.forget();
  }

  #inMetricOrder(logs: Record<string, number>): number | number[] {
    const names = this.metrics.map(({ name }) => name);
    return inMetricOrder(logs, names);
  }

  #expectSameWeights(): void {
    this.compiledState;
    this.#trained.expectSame(this);
  }
}
