import * as tf from '@tensorflow/tfjs-core';
import { getMetric } from '../../packages/layers/src/metrics';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { CALLS_TO_COMPILE, type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenMetric extends GoldenCase {
  updates: { args: GoldenArray[]; sample_weight: GoldenArray | null }[];
  results: (GoldenArray | Record<string, GoldenArray>)[];
  variables: { name: string; array: GoldenArray }[];
}

const TOLERANCE = { rtol: 1e-4, atol: 1e-5 };

/** One case of metrics.json: the result after each update, and the state in the end. */
export async function runMetricCase(golden: GoldenMetric, execution: Execution = eager): Promise<Deviation[]> {
  const metric = getMetric(golden as unknown as ConfigObject);
  const deviations: Deviation[] = [compareConfigs(metric.getConfig(), golden.config)];
  const weighted = golden.updates.some(({ sample_weight: weight }) => weight);
  const step = execution.prepare((...inputs) => {
    const options = { sampleWeight: weighted ? inputs.at(-1) : null };
    const [first, second] = weighted ? inputs.slice(0, -1) : inputs;
    if (second) metric.updateState(first!, second, options);
    else metric.updateState(first!, options);
    return metric.result();
  });
  const inputs = golden.updates.map(({ args, sample_weight: weight }) =>
    [...args, ...(weight ? [weight] : [])].map(tensorOf),
  );
  // Epochs before the one that counts, for each shape of input to have become a program.
  for (let epoch = 0; execution.name === 'compiled' && epoch < CALLS_TO_COMPILE; epoch++) {
    for (const update of inputs) tf.tidy(() => void step(...update));
    metric.resetState();
  }
  for (const [i, update] of inputs.entries()) {
    const result = step(...update);
    const ours = result instanceof tf.Tensor ? { '': result } : result;
    const theirs = isArray(golden.results[i]!) ? { '': golden.results[i] } : golden.results[i]!;
    for (const [name, array] of Object.entries(theirs)) {
      deviations.push(await compareNamed(`result ${i}${name && `.${name}`}`, ours[name], array as GoldenArray));
    }
  }
  for (const { name, array } of golden.variables) {
    const variable = metric.variables.find((candidate) => candidate.name === name);
    deviations.push(await compareNamed(`variable ${name}`, variable?.read(), array));
  }
  return deviations;
}

async function compareNamed(what: string, ours: tf.Tensor | undefined, golden: GoldenArray): Promise<Deviation> {
  if (ours) return compare(what, ours, golden, TOLERANCE);
  return { what, excess: Infinity, text: `${what}: missing` };
}

function isArray(value: GoldenArray | Record<string, GoldenArray>): value is GoldenArray {
  return typeof (value as GoldenArray).dtype === 'string';
}
