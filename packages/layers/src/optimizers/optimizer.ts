import * as tf from '@tensorflow/tfjs-core';
import { classNameOf, snakeCase } from '../registry/class-name';
import { type Config, isConfigObject } from '../registry/config';
import { getSchedule } from '../schedules';
import { LearningRateSchedule } from '../schedules/learning-rate-schedule';
import { serializeSchedule } from '../schedules/serialize-schedule';
import { Weight, type WeightInitializer } from '../weight';
import { clipGradients } from './clip-gradients';
import { builtAlready, noGradients, rateIsScheduled, unknownWeight, wrongGradientCount } from './optimizer-errors';
import { expectOptimizerOptions, type LearningRate, type OptimizerOptions } from './optimizer-options';

/**
 * Base of all optimizers: it turns gradients into new weights, one `apply` per step.
 *
 * `apply` reads nothing back to the host: what depends on the step (schedules, bias correction, accumulation, averages) is
 * tensor arithmetic on `iterations`, so a recorded step can be replayed. A step is, in order: divide by the loss scale,
 * accumulate, clip, decay the weights, `updateStep` for each weight, moving averages, constraints, `iterations + 1`.
 * Keras class: `keras.optimizers.Optimizer`. Your own optimizer needs `updateStep`, and `createVariables` if it has state.
 *
 * @example
 * class GradientDescent extends Optimizer {
 *   protected updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor) {
 *     this.assign(weight, tf.sub(weight.read(), tf.mul(learningRate, gradient)));
 *   }
 * }
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new GradientDescent({ learningRate: 0.5 }).apply([tf.scalar(1)], [weight]);
 * weight.read().dataSync()[0]; // 0.5
 */
export abstract class Optimizer {
  readonly name: string;
  readonly weightDecay: number | null;
  readonly clipnorm: number | null;
  readonly clipvalue: number | null;
  readonly globalClipnorm: number | null;
  readonly useEma: boolean;
  readonly emaMomentum: number;
  readonly emaOverwriteFrequency: number | null;
  readonly gradientAccumulationSteps: number | null;
  lossScaleFactor: number | null;

  readonly #own: Weight[] = [];
  readonly #iteration: Weight;
  #rate: Weight | LearningRateSchedule;
  #weights: Weight[] = [];
  #indices = new Map<Weight, number>();
  #averages: Weight[] = [];
  #accumulators: Weight[] = [];
  #excluded: { names: readonly string[]; weights: ReadonlySet<Weight> } = { names: [], weights: new Set() };
  /** In a step that only accumulates, false: assignments then keep the old values. Null outside accumulation. */
  #isUpdateStep: tf.Tensor | null = null;
  #built = false;

  /** `ownOptions` are the names a subclass reads beyond those of all optimizers; any other name throws. */
  constructor(options: OptimizerOptions, ownOptions: readonly string[] = []) {
    const className = classNameOf(this);
    expectOptimizerOptions(className, options, ownOptions);
    this.name = options.name ?? snakeCase(className);
    this.weightDecay = options.weightDecay ?? null;
    this.clipnorm = options.clipnorm ?? null;
    this.clipvalue = options.clipvalue ?? null;
    this.globalClipnorm = options.globalClipnorm ?? null;
    this.useEma = options.useEma ?? false;
    this.emaMomentum = options.emaMomentum ?? 0.99;
    this.emaOverwriteFrequency = options.emaOverwriteFrequency ?? null;
    this.lossScaleFactor = options.lossScaleFactor ?? null;
    this.gradientAccumulationSteps = options.gradientAccumulationSteps ?? null;
    this.#iteration = this.addVariable({ name: 'iteration', shape: [], dtype: 'int32' });
    this.#rate = this.#makeRate(options.learningRate ?? 0.001);
  }

  /** How one weight changes in one step. Use `assign` for every change. */
  protected abstract updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor): void;

  /** Makes the state the optimizer keeps per weight; called once, by `build`. */
  protected createVariables(_weights: readonly Weight[]): void {}

  /** Runs once at the start of each update, before the weights' turns: for what they share. */
  protected beginStep(_learningRate: tf.Tensor): void {}

  /** How many steps were applied. An int32 scalar. */
  get iterations(): tf.Variable {
    return this.#iteration.value;
  }

  /** The updates made so far: `iterations`, or with accumulation the whole rounds in it. Float32 scalar. */
  protected updates(): tf.Tensor {
    const steps = tf.cast(this.iterations, 'float32');
    return this.gradientAccumulationSteps ? tf.floor(tf.div(steps, this.gradientAccumulationSteps)) : steps;
  }

  /** The rate of the coming step as a number. Reading it waits for the backend, so it has no place inside a step. */
  get learningRate(): number {
    return tf.tidy(() => this.learningRateTensor().dataSync()[0] as number);
  }

  /** Sets a constant rate, or a schedule in place of a schedule. */
  set learningRate(rate: LearningRate) {
    if (typeof rate !== 'number') {
      if (this.#rate instanceof Weight) this.#forget(this.#rate);
      this.#rate = this.#makeRate(rate);
      return;
    }
    if (this.#rate instanceof LearningRateSchedule) {
      throw rateIsScheduled(this.name, rate);
    }
    const variable = this.#rate;
    tf.tidy(() => variable.assign(tf.scalar(rate, 'float32')));
  }

  /** The schedule, when the rate follows one. */
  get schedule(): LearningRateSchedule | null {
    return this.#rate instanceof LearningRateSchedule ? this.#rate : null;
  }

  /** The rate of the coming step, a float32 scalar. */
  protected learningRateTensor(): tf.Tensor {
    if (this.#rate instanceof Weight) return this.#rate.read();
    return this.#rate.call(tf.cast(this.iterations, 'float32'));
  }

  /** All state: `iteration`, `learning_rate` (unless scheduled), then averages, accumulators and the optimizer's own. */
  get variables(): Weight[] {
    return [...this.#own];
  }

  get built(): boolean {
    return this.#built;
  }

  /** Makes the state for these weights. The first `apply` does it when you do not. Repeating it changes nothing. */
  build(weights: readonly Weight[]): void {
    if (this.#built) return;
    this.#weights = [...weights];
    this.#indices = new Map(this.#weights.map((weight, index) => [weight, index]));
    if (this.useEma) this.#averages = this.addVariables(weights, 'average');
    if (this.gradientAccumulationSteps) this.#accumulators = this.addVariables(weights, 'gradient_accumulator');
    this.createVariables(weights);
    this.#built = true;
  }

  /**
   * Makes one step: `gradients[i]` changes `weights[i]`; null leaves a weight as it is.
   *
   * Throws on a weight the optimizer was not built with, and when every gradient is null.
   */
  apply(gradients: readonly (tf.Tensor | null)[], weights: readonly Weight[] = this.#weights): void {
    this.build(weights);
    const present = this.#pairs(gradients, weights);
    tf.tidy(() => {
      const scale = this.lossScaleFactor;
      const unscaled = present.map(({ gradient }) => (scale === null ? gradient : tf.div(gradient, scale)));
      const changed = present.map(({ weight }) => weight);
      this.#update(unscaled, changed);
      if (this.useEma) this.#average();
      for (const weight of changed) {
        if (weight.constraint) weight.assign(weight.constraint.apply(weight.read()));
      }
      this.#iteration.assign(tf.add(this.iterations, tf.scalar(1, 'int32')));
    });
  }

  /** The moving average of each weight, with `useEma`; none before `build`. */
  get movingAverages(): ReadonlyMap<Weight, Weight> {
    return new Map(this.#averages.map((average, index) => [this.#weights[index]!, average]));
  }

  /** Puts the moving averages in the weights' place, when there are any. `fit` does it at the end of training. */
  finalizeVariableValues(weights: readonly Weight[] = this.#weights): void {
    const averages = this.movingAverages;
    for (const weight of weights) {
      const average = averages.get(weight);
      if (average) weight.assign(average.read());
    }
  }

  /** The loss times the loss scale, to differentiate. */
  scaleLoss(loss: tf.Tensor): tf.Tensor {
    return this.lossScaleFactor === null ? loss : tf.mul(loss, this.lossScaleFactor);
  }

  /** Leaves weights out of weight decay: those given, and those in whose name one of `names` (regular expressions) is found. Before `build`. */
  excludeFromWeightDecay({
    names = [],
    weights = [],
  }: {
    names?: readonly string[];
    weights?: readonly Weight[];
  }): void {
    if (this.#built) {
      throw builtAlready(this.name);
    }
    this.#excluded = { names, weights: new Set(weights) };
  }

  /** Keras's config of this optimizer. */
  getConfig(): Config {
    return {
      name: this.name,
      learning_rate: this.schedule ? serializeSchedule(this.schedule) : this.learningRate,
      weight_decay: this.weightDecay,
      clipnorm: this.clipnorm,
      global_clipnorm: this.globalClipnorm,
      clipvalue: this.clipvalue,
      use_ema: this.useEma,
      ema_momentum: this.emaMomentum,
      ema_overwrite_frequency: this.emaOverwriteFrequency,
      loss_scale_factor: this.lossScaleFactor,
      gradient_accumulation_steps: this.gradientAccumulationSteps,
    };
  }

  /** Frees all state. */
  dispose(): void {
    for (const variable of this.#own) variable.dispose();
  }

  /** Adds one variable of state, under the optimizer's name. */
  protected addVariable(options: {
    name: string;
    shape: number[];
    dtype?: tf.DataType;
    initializer?: WeightInitializer;
    value?: tf.Tensor;
    path?: string;
  }): Weight {
    const variable = new Weight({ path: `${this.name}/${options.name}`, ...options, trainable: false });
    this.#own.push(variable);
    return variable;
  }

  /** Adds one variable per weight, of its shape, named `{weight}_{name}`. */
  protected addVariables(weights: readonly Weight[], name: string, initializer?: WeightInitializer): Weight[] {
    return weights.map((weight) => this.addVariableLike(weight, name, initializer));
  }

  /** Adds a variable of a weight's shape, named `{weight}_{name}`. */
  protected addVariableLike(weight: Weight, name: string, initializer?: WeightInitializer): Weight {
    const fullName = `${weight.path.replaceAll('/', '_')}_${name}`;
    return this.addVariable({ name: fullName, shape: weight.shape, dtype: weight.dtype, initializer });
  }

  /** The variable of state that belongs to a weight. */
  protected slot(variables: readonly Weight[], weight: Weight): Weight {
    return variables[this.#indexOf(weight)]!;
  }

  /** Gives a variable its new value, and does nothing in a step that only accumulates gradients. */
  protected assign(variable: Weight, value: tf.Tensor): void {
    variable.assign(this.#isUpdateStep ? tf.where(this.#isUpdateStep, value, variable.read()) : value);
  }

  /** Whether weight decay applies to the weight. */
  protected decays(weight: Weight): boolean {
    const { names, weights } = this.#excluded;
    return !weights.has(weight) && !names.some((name) => new RegExp(name).test(weight.name));
  }

  /** The decay of one weight; null for none. */
  protected weightDecayOf(_weight: Weight): number | null {
    return this.weightDecay;
  }

  #update(gradients: tf.Tensor[], weights: Weight[]): void {
    if (!this.gradientAccumulationSteps) {
      this.#step(gradients, weights);
      return;
    }
    const steps = this.gradientAccumulationSteps;
    const count = tf.add(this.iterations, tf.scalar(1, 'int32'));
    const isUpdateStep = tf.equal(tf.mod(count, tf.scalar(steps, 'int32')), tf.scalar(0, 'int32'));
    const accumulators = weights.map((weight) => this.slot(this.#accumulators, weight));
    const sums = gradients.map((gradient, i) => tf.add(gradient, accumulators[i]!.read()));
    this.#isUpdateStep = isUpdateStep;
    try {
      this.#step(
        sums.map((sum) => tf.div(sum, steps)),
        weights,
      );
    } finally {
      this.#isUpdateStep = null;
    }
    for (const [i, accumulator] of accumulators.entries()) {
      accumulator.assign(tf.where(isUpdateStep, tf.zerosLike(sums[i]!), sums[i]!));
    }
  }

  #step(gradients: tf.Tensor[], weights: Weight[]): void {
    const clipped = clipGradients(gradients, this);
    const learningRate = this.learningRateTensor();
    for (const weight of weights) {
      const decay = this.decays(weight) ? this.weightDecayOf(weight) : null;
      if (decay === null) continue;
      this.assign(weight, tf.sub(weight.read(), tf.mul(weight.read(), tf.mul(learningRate, decay))));
    }
    this.beginStep(learningRate);
    for (const [i, weight] of weights.entries()) this.updateStep(clipped[i]!, weight, learningRate);
  }

  #average(): void {
    const updates = this.updates();
    // The first average is the weights themselves.
    const momentum = tf.mul(tf.cast(tf.notEqual(updates, 0), 'float32'), this.emaMomentum);
    for (const weight of this.#weights) {
      const average = this.slot(this.#averages, weight);
      average.assign(tf.add(tf.mul(momentum, average.read()), tf.mul(tf.sub(1, momentum), weight.read())));
    }
    if (this.emaOverwriteFrequency === null) return;
    const isDue = tf.equal(tf.mod(tf.add(updates, 1), this.emaOverwriteFrequency), 0);
    for (const weight of this.#weights) {
      weight.assign(tf.where(isDue, this.slot(this.#averages, weight).read(), weight.read()));
    }
  }

  #pairs(gradients: readonly (tf.Tensor | null)[], weights: readonly Weight[]) {
    if (gradients.length !== weights.length) {
      throw wrongGradientCount(this.name, weights.length, gradients.length);
    }
    for (const weight of weights) this.#indexOf(weight);
    const pairs = gradients.flatMap((gradient, i) => (gradient ? [{ gradient, weight: weights[i]! }] : []));
    if (pairs.length > 0 || gradients.length === 0) return pairs;
    throw noGradients(this.name);
  }

  #indexOf(weight: Weight): number {
    const index = this.#indices.get(weight);
    if (index !== undefined) return index;
    throw unknownWeight(this.name, weight.path);
  }

  #makeRate(rate: LearningRate): Weight | LearningRateSchedule {
    if (isConfigObject(rate)) return getSchedule(rate);
    if (rate instanceof LearningRateSchedule) return rate;
    const value = tf.scalar(rate, 'float32');
    const variable = this.addVariable({ name: 'learning_rate', shape: [], value });
    value.dispose();
    return variable;
  }

  #forget(variable: Weight): void {
    this.#own.splice(this.#own.indexOf(variable), 1);
    variable.dispose();
  }
}
