import * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../../packages/layers/src/index';
import { findClass } from '../../packages/layers/src/serialization/class-registry';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';
import type { GoldenWeight } from './layers';

export interface GoldenStateful extends GoldenCase {
  weights: GoldenWeight[];
  calls: { inputs: GoldenArray[]; reset_before: boolean; output: GoldenArray }[];
}

/** One case of kind `stateful`: calls in order on one recurrent layer that keeps its state between them. */
export async function runStatefulCase(golden: GoldenStateful, execution: Execution = eager): Promise<Deviation[]> {
  const layer = findClass(golden.class_name).fromConfig(golden.config) as Layer & { resetStates(): void };
  const config = layer.getConfig(); // from before weights are made, as in the kit
  const first = tensorOf(golden.calls[0]!.inputs[0]!);
  tf.tidy(() => void layer.apply(first));
  layer.setWeights(golden.weights.map(({ array }) => tensorOf(array)));
  const deviations = [compareConfigs(config, golden.config)];
  const call = execution.prepare((x) => layer.apply<tf.Tensor>(x));
  for (const [i, { inputs, reset_before: reset, output }] of golden.calls.entries()) {
    if (reset) layer.resetStates();
    const ours = call(tensorOf(inputs[0]!));
    deviations.push(await compare(`output of call ${i}`, ours, output, { rtol: 1e-4, atol: 1e-5 }));
  }
  return deviations;
}
