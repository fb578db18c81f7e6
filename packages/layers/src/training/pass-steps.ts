import * as tf from '@tensorflow/tfjs-core';
import type { Tree } from '../graph/tree';
import { pickBatch, type ResidentData, type ResidentTensors } from './data/resident-data';
import type { StepData } from './data/step-data';
import { compileStep, type StepFunction } from './step-functions';

/** Programs that are kept: of two sizes of batch (the last of a pass may be smaller) for a few data sets. */
const keptSteps = 8;

/** Some steps of a pass: how many samples each takes, the place of the first one's samples, and how many steps there are. */
export interface PassStretch {
  size: number;
  at: number;
  times: number;
}

/**
 * The steps of a model that pick out their batches themselves: which samples are next is a variable, so that a step needs
 * nothing from JavaScript and can run many times in a row.
 */
export class PassSteps<Result extends Tree<tf.Tensor>> {
  readonly #body: (data: StepData) => Result;
  readonly #recordable: boolean;
  /** A program knows how many samples there are: those for data sets long unseen are freed. The latest is the last. */
  readonly #steps = new Map<string, StepFunction<ResidentTensors, Result>>();
  #next: tf.Variable | null = null;

  /** `body` is the step as it is written; `recordable` false leaves it uncompiled. */
  constructor(body: (data: StepData) => Result, recordable: boolean) {
    this.#body = body;
    this.#recordable = recordable;
  }

  /** Runs steps and gives the result of the last. */
  run(data: ResidentData, stretch: PassStretch): Result {
    return this.#stepAt(data, stretch).times(stretch.times, data.tensors);
  }

  /** Runs steps and gives the results of all, in order; those of many steps may come joined. */
  collect(data: ResidentData, stretch: PassStretch): Result[] {
    return this.#stepAt(data, stretch).collect(stretch.times, data.tensors);
  }

  #stepAt({ types, batches }: ResidentData, { size, at }: PassStretch): StepFunction<ResidentTensors, Result> {
    const start = tf.scalar(at, 'int32');
    if (this.#next) this.#next.assign(start as tf.Scalar);
    else this.#next = tf.variable(start, false);
    start.dispose();
    const key = `${size} of ${batches.samples} ${types}`;
    const step = this.#steps.get(key) ?? this.#makeStep(size, types);
    this.#steps.delete(key);
    this.#steps.set(key, step);
    for (const [oldest, { dispose }] of [...this.#steps].slice(0, -keptSteps)) {
      dispose();
      this.#steps.delete(oldest);
    }
    return step;
  }

  #makeStep(size: number, types: readonly tf.DataType[]): StepFunction<ResidentTensors, Result> {
    return compileStep<Result, ResidentTensors>((tensors) => {
      const next = this.#next as tf.Variable;
      const batch = pickBatch(tensors, next, size, types);
      next.assign(tf.add(next, tf.scalar(size, 'int32')));
      return this.#body(batch);
    }, this.#recordable);
  }

  /** Frees what the backend keeps of the steps. */
  dispose(): void {
    for (const step of this.#steps.values()) step.dispose();
    this.#steps.clear();
    this.#next?.dispose();
    this.#next = null;
  }
}
