import * as tf from '@tensorflow/tfjs-core';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { getRegularizer } from '../../packages/layers/src/regularizers';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, compareNumber, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenRegularizer extends GoldenCase {
  x: GoldenArray;
  value: number;
  grad: GoldenArray;
}

const TOLERANCE = { rtol: 1e-4, atol: 1e-6 };

/** One case of regularizers.json: the penalty and its gradient. */
export async function runRegularizerCase(
  golden: GoldenRegularizer,
  execution: Execution = eager,
): Promise<Deviation[]> {
  const regularizer = getRegularizer(golden as unknown as ConfigObject);
  const x = tensorOf(golden.x);
  const penaltyOf = (weight: tf.Tensor) => regularizer.apply(weight);
  const [value] = await execution.run(penaltyOf, [x]).data();
  return [
    compareConfigs(regularizer.getConfig(), golden.config),
    compareNumber('value', value!, golden.value, TOLERANCE),
    await compare('grad', execution.run(tf.grad(penaltyOf), [x]), golden.grad, TOLERANCE),
  ];
}
