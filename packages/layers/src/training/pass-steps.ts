import * as tf from '@tensorflow/tfjs-core';
import { pickBatch, type ResidentData, type ResidentTensors } from './data/resident-data';
import type { StepData, StepLogs } from './data/step-data';
import { compileStep, type StepFunction } from './step-functions';

/**
 * The steps of a model that pick out their batches themselves: which samples are next is a variable, so that a step needs
 * nothing from JavaScript and can run many times in a row.
 */
export class PassSteps {
  readonly #body: (data: StepData) => StepLogs;
  readonly #recordable: boolean;
  readonly #steps = new Map<string, StepFunction<ResidentTensors, StepLogs>>();
  #next: tf.Variable | null = null;

  /** `body` is the step as it is written; `recordable` false leaves it uncompiled. */
  constructor(body: (data: StepData) => StepLogs, recordable: boolean) {
    this.#body = body;
    this.#recordable = recordable;
  }

  /** Runs `times` steps of `size` samples each, the first from place `at` of the pass on. Gives the last one's logs. */
  run(data: ResidentData, { size, at, times }: { size: number; at: number; times: number }): StepLogs {
    const start = tf.scalar(at, 'int32');
    if (this.#next) this.#next.assign(start as tf.Scalar);
    else this.#next = tf.variable(start, false);
    start.dispose();
    return this.#step(size, data.types).times(times, data.tensors);
  }

  #step(size: number, types: readonly tf.DataType[]): StepFunction<ResidentTensors, StepLogs> {
    const key = `${size} ${types}`;
    let step = this.#steps.get(key);
    if (!step) {
      step = compileStep<StepLogs, ResidentTensors>((tensors) => {
        const next = this.#next as tf.Variable;
        const batch = pickBatch(tensors, next, size, types);
        next.assign(tf.add(next, tf.scalar(size, 'int32')));
        return this.#body(batch);
      }, this.#recordable);
      this.#steps.set(key, step);
    }
    return step;
  }

  /** Frees what the backend keeps of the steps. */
  dispose(): void {
    for (const step of this.#steps.values()) step.dispose();
    this.#steps.clear();
    this.#next?.dispose();
    this.#next = null;
  }
}
