import * as tf from '@tensorflow/tfjs-core';
import { getActivation } from '../../packages/layers/src/activations';
import { normalize, toCategorical } from '../../packages/layers/src/index';
import { optionsOf } from '../../packages/layers/src/registry/config';
import { tensorOf } from './arrays';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray } from './golden';

export interface GoldenFunction {
  name: string;
  kind: 'function';
  function: string;
  kwargs: Record<string, unknown>;
  inputs: GoldenArray[];
  output: GoldenArray;
  grad_output: GoldenArray | null;
  grad_inputs: (GoldenArray | null)[] | null;
}

/** One case of kind `function`: an activation's value and gradient. */
export async function runFunctionCase(golden: GoldenFunction, execution: Execution = eager): Promise<Deviation[]> {
  const [family, name] = golden.function.split('.').slice(-2);
  if (family === 'utils') return [await compareUtility(golden, name ?? '')];
  if (family !== 'activations' || name === undefined) throw new Error(`No function '${golden.function}' here.`);
  const activation = getActivation({ class_name: name, config: golden.kwargs });
  const x = tensorOf(golden.inputs[0]!);
  const deviations = [
    await compare('output', execution.run(activation, [x]), golden.output, { rtol: 1e-4, atol: 1e-5 }),
  ];
  const gradient = golden.grad_inputs?.[0];
  if (gradient && golden.grad_output) {
    // clone: tfjs cannot differentiate a function that runs no operation, as `linear` does not.
    const backwards = tf.grad((input: tf.Tensor) => tf.clone(activation(input)));
    const ours = execution.run(backwards, [x, tensorOf(golden.grad_output)]);
    deviations.push(await compare('grad_inputs[0]', ours, gradient, { rtol: 1e-3, atol: 1e-4 }));
  }
  return deviations;
}

async function compareUtility(golden: GoldenFunction, name: string): Promise<Deviation> {
  const utility = { to_categorical: toCategorical, normalize }[name];
  if (!utility) throw new Error(`No function '${golden.function}' here.`);
  const output = utility(tensorOf(golden.inputs[0]!), optionsOf(golden.kwargs));
  return compare('output', output, golden.output, { rtol: 1e-4, atol: 1e-5 });
}
