import * as tf from '@tensorflow/tfjs-core';
import { getLoss } from '../../packages/layers/src/losses';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { maybeTensorOf, tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenLoss extends GoldenCase {
  y_true: GoldenArray;
  y_pred: GoldenArray;
  sample_weight: GoldenArray | null;
  value: GoldenArray;
  grad_output: GoldenArray | null;
  grad_y_pred: GoldenArray | null;
}

/** One case of losses.json: the value, and the gradient with respect to the predictions. */
export async function runLossCase(golden: GoldenLoss, execution: Execution = eager): Promise<Deviation[]> {
  const tolerance = { rtol: golden.name.includes('_edge') ? 1e-3 : 1e-4, atol: 1e-5 };
  const loss = getLoss(golden as unknown as ConfigObject);
  const yTrue = tensorOf(golden.y_true);
  const yPred = tensorOf(golden.y_pred);
  const sampleWeight = maybeTensorOf(golden.sample_weight);
  const lossOf = (prediction: tf.Tensor) => loss.apply(yTrue, prediction, { sampleWeight });
  const deviations = [
    compareConfigs(loss.getConfig(), golden.config),
    await compare('value', execution.run(lossOf, [yPred]), golden.value, tolerance),
  ];
  if (golden.grad_y_pred && golden.grad_output) {
    const gradient = execution.run(tf.grad(lossOf), [yPred, tensorOf(golden.grad_output)]);
    deviations.push(await compare('grad_y_pred', gradient, golden.grad_y_pred, tolerance));
  }
  return deviations;
}
