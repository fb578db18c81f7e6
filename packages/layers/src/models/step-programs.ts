import type * as tf from '@tensorflow/tfjs-core';
import { withLogitsKept } from '../graph/call-context';
import type { Tree } from '../graph/tree';
import type { StepData } from '../training/data/step-data';
import { PassSteps } from '../training/pass-steps';
import { compileStep, type StepFunction } from '../training/step-functions';
import type { Trainer } from './trainer';

/** What a step is for. */
export type StepKind = 'train' | 'test' | 'predict';

type Result = Tree<tf.Tensor>;

/** The steps of a model as the loops run them: handed to core's `compile` once each, and forgotten when the model is made anew. */
export class StepPrograms {
  readonly #model: Trainer;
  readonly #steps = new Map<StepKind, StepFunction<StepData, Result>>();
  readonly #passSteps = new Map<StepKind, PassSteps<Result>>();

  constructor(model: Trainer) {
    this.#model = model;
  }

  /** A step that is given its batch. */
  step(kind: StepKind): StepFunction<StepData, Result> {
    const step = this.#steps.get(kind) ?? compileStep<Result>(this.#body(kind), this.#model.compilesSteps);
    this.#steps.set(kind, step);
    return step;
  }

  /** Steps that pick their batches out of data on the backend. */
  passSteps(kind: StepKind): PassSteps<Result> {
    const steps = this.#passSteps.get(kind) ?? new PassSteps(this.#body(kind), this.#model.compilesSteps);
    this.#passSteps.set(kind, steps);
    return steps;
  }

  /** Frees what the backend keeps of all. */
  forget(): void {
    for (const step of [...this.#steps.values(), ...this.#passSteps.values()]) step.dispose();
    this.#steps.clear();
    this.#passSteps.clear();
  }

  #body(kind: StepKind): (data: StepData) => Result {
    const model = this.#model;
    const body = { train: model.trainStep, test: model.testStep, predict: model.predictStep }[kind];
    return (data) => {
      try {
        return withLogitsKept(() => body.call(model, data));
      } finally {
        model.clearLosses();
      }
    };
  }
}
