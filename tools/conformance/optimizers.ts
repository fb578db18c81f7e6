import { getOptimizer } from '../../packages/layers/src/optimizers';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { Weight } from '../../packages/layers/src/weight';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenOptimizer extends GoldenCase {
  variables: { name: string; array: GoldenArray }[];
  gradients: GoldenArray[][];
  after: GoldenArray[][];
  optimizer_variables: { path: string; array: GoldenArray }[];
  finalized: GoldenArray[];
  exclude_from_weight_decay?: string[];
}

/** One case of optimizers.json: the weights after each step, the optimizer's state after the last, and its config. */
export async function runOptimizerCase(golden: GoldenOptimizer, execution: Execution = eager): Promise<Deviation[]> {
  const tolerance = golden.class_name === 'Muon' ? { rtol: 1e-3, atol: 1e-4 } : { rtol: 1e-4, atol: 1e-6 };
  const optimizer = getOptimizer(golden as unknown as ConfigObject);
  if (golden.exclude_from_weight_decay) {
    optimizer.excludeFromWeightDecay({ names: golden.exclude_from_weight_decay });
  }
  const deviations: Deviation[] = [compareConfigs(optimizer.getConfig(), golden.config)];
  const weights = golden.variables.map(
    ({ name, array }) => new Weight({ name, shape: array.shape, value: tensorOf(array) }),
  );
  optimizer.build(weights);
  const apply = execution.prepare((...gradients) => void optimizer.apply(gradients, weights));
  for (const [step, gradients] of golden.gradients.entries()) {
    apply(...gradients.map(tensorOf));
    for (const [i, weight] of weights.entries()) {
      const what = `${weight.name} after step ${step + 1}`;
      deviations.push(await compare(what, weight.read(), golden.after[step]![i]!, tolerance));
    }
  }
  deviations.push(comparePaths(optimizer.variables, golden.optimizer_variables));
  for (const [i, { path, array }] of golden.optimizer_variables.entries()) {
    const variable = optimizer.variables[i];
    if (variable) deviations.push(await compare(path, variable.read(), array, tolerance));
  }
  optimizer.finalizeVariableValues(weights);
  for (const [i, weight] of weights.entries()) {
    deviations.push(await compare(`${weight.name} finalized`, weight.read(), golden.finalized[i]!, tolerance));
  }
  return deviations;
}

function comparePaths(ours: readonly Weight[], theirs: readonly { path: string }[]): Deviation {
  const [a, b] = [ours, theirs].map((list) => list.map(({ path }) => path).join(' '));
  return { what: 'paths', excess: a === b ? 0 : Infinity, text: `paths: ${a}, expected ${b}` };
}
