import { compile, uncompiled } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, formOf, mapTree, packAs, type Tree } from '../graph/tree';
import type { StepData } from './data/step-data';

type Step<Data, Result extends Tree<tf.Tensor>> = (data: Data) => Result;

/** A step ready to run, once or many times with the same data. */
export interface StepFunction<Data, Result extends Tree<tf.Tensor>> {
  (data: Data): Result;
  /** Runs it `count` times and gives the last result. */
  times(count: number, data: Data): Result;
  /** As `times`, but gives all results in order; the results of many runs may come joined along their first axis. */
  collect(count: number, data: Data): Result[];
  /** Frees what the backend keeps of it. */
  dispose(): void;
}

/**
 * Makes a step of a model into a function of tensors alone and hands it to core's `compile`, once per form of data: a tree
 * of tensors, some of them absent (null).
 *
 * All state of a step (weights, optimizer, metrics, random numbers) is in variables, so a backend may record the kernels of the
 * first run and replay them. `recordable` false runs the step as it is written.
 */
export function compileStep<Result extends Tree<tf.Tensor>, Data extends object = StepData>(
  step: Step<Data, Result>,
  recordable: boolean,
): StepFunction<Data, Result> {
  const compiled = new Map<string, StepFunction<Data, Result>>();
  const stepFor = (data: Data) => {
    const form = formOf(data as Tree<unknown>);
    let run = compiled.get(form);
    if (!run) {
      run = makeStep(step, data, recordable);
      compiled.set(form, run);
    }
    return run;
  };
  return Object.assign((data: Data) => stepFor(data)(data), {
    times: (count: number, data: Data) => stepFor(data).times(count, data),
    collect: (count: number, data: Data) => stepFor(data).collect(count, data),
    dispose: () => {
      for (const run of compiled.values()) run.dispose();
      compiled.clear();
    },
  });
}

function makeStep<Data extends object, Result extends Tree<tf.Tensor>>(
  step: Step<Data, Result>,
  example: Data,
  recordable: boolean,
): StepFunction<Data, Result> {
  // What the step returns is known after its first run; a replay gives the tensors only.
  let resultForm: Tree<unknown> = [];
  const dataForm = mapTree(example as Tree<unknown>, (leaf) => leaf !== null);
  const onTensors = (...tensors: tf.Tensor[]): tf.Tensor[] =>
    tf.tidy(() => {
      let next = 0;
      const data = mapTree(dataForm, (present) => (present ? tensors[next++] : null)) as unknown as Data;
      const result = step(data);
      resultForm = mapTree(result as Tree<tf.Tensor>, () => true);
      // A result is freed when it has been read: it must not be a variable, nor the batch itself.
      const isOthers = (tensor: tf.Tensor) => tensor instanceof tf.Variable || tensors.includes(tensor);
      return flatten<tf.Tensor>(result).map((tensor) => (isOthers(tensor) ? tf.clone(tensor) : tensor));
    });
  const run = recordable ? compile(onTensors) : uncompiled(onTensors);
  const tensorsOf = (data: Data) => flatten(data as Tree<tf.Tensor | null>).filter((leaf) => leaf !== null);
  // First the run, which tells the form.
  const times = (count: number, data: Data) => {
    const results = run.times(count, ...tensorsOf(data));
    return packAs(resultForm, results) as Result;
  };
  const collect = (count: number, data: Data) => {
    const results = run.collect(count, ...tensorsOf(data));
    return results.map((result) => packAs(resultForm, result) as Result);
  };
  return Object.assign((data: Data) => times(1, data), { times, collect, dispose: () => run.dispose() });
}
