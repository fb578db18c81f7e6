import { getConstraint } from '../../packages/layers/src/constraints';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenConstraint extends GoldenCase {
  x: GoldenArray;
  output: GoldenArray;
}

/** One case of constraints.json: the weight brought back into what is allowed. */
export async function runConstraintCase(golden: GoldenConstraint, execution: Execution = eager): Promise<Deviation[]> {
  const constraint = getConstraint(golden as unknown as ConfigObject);
  const output = execution.run((x) => constraint.apply(x), [tensorOf(golden.x)]);
  return [
    compareConfigs(constraint.getConfig(), golden.config),
    await compare('output', output, golden.output, { rtol: 1e-4, atol: 1e-6 }),
  ];
}
