import { compile } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, formOf, mapTree, packAs, type Tree } from '../graph/tree';
import type { StepData } from './data/step-data';

type Step<Result extends Tree<tf.Tensor>> = (data: StepData) => Result;

/**
 * Makes a step of a model into a function of tensors alone and hands it to core's `compile`, once per form of batch.
 *
 * All state of a step (weights, optimizer, metrics, random numbers) is in variables, so a backend may record the kernels of the
 * first run and replay them. `recordable` false runs the step as it is written.
 */
export function compileStep<Result extends Tree<tf.Tensor>>(step: Step<Result>, recordable: boolean): Step<Result> {
  const compiled = new Map<string, Step<Result>>();
  return (data) => {
    const form = formOf(data as unknown as Tree<unknown>);
    let run = compiled.get(form);
    if (!run) {
      run = makeStep(step, data, recordable);
      compiled.set(form, run);
    }
    return run(data);
  };
}

function makeStep<Result extends Tree<tf.Tensor>>(
  step: Step<Result>,
  example: StepData,
  recordable: boolean,
): Step<Result> {
  // What the step returns is known after its first run; a replay gives the tensors only.
  let resultForm: Tree<unknown> = [];
  const dataForm = mapTree(example as unknown as Tree<unknown>, (leaf) => leaf !== null);
  const onTensors = (...tensors: tf.Tensor[]): tf.Tensor[] =>
    tf.tidy(() => {
      let next = 0;
      const data = mapTree(dataForm, (present) => (present ? tensors[next++] : null)) as unknown as StepData;
      const result = step(data);
      resultForm = mapTree(result as Tree<tf.Tensor>, () => true);
      // A result is freed when it has been read: it must not be a variable, nor the batch itself.
      const isOthers = (tensor: tf.Tensor) => tensor instanceof tf.Variable || tensors.includes(tensor);
      return flatten<tf.Tensor>(result).map((tensor) => (isOthers(tensor) ? tf.clone(tensor) : tensor));
    });
  const run = recordable ? compile(onTensors) : onTensors;
  return (data) => {
    const tensors = flatten(data as unknown as Tree<tf.Tensor | null>).filter((leaf) => leaf !== null);
    // First the run, which tells the form.
    const results = run(...tensors);
    return packAs(resultForm, results) as Result;
  };
}
