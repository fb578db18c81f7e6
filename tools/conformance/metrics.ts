import * as tf from '@tensorflow/tfjs-core';
import { getMetric } from '../../packages/layers/src/metrics';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { maybeTensorOf, tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenMetric extends GoldenCase {
  updates: { args: GoldenArray[]; sample_weight: GoldenArray | null }[];
  results: (GoldenArray | Record<string, GoldenArray>)[];
  variables: { name: string; array: GoldenArray }[];
}

const TOLERANCE = { rtol: 1e-4, atol: 1e-5 };

/** One case of metrics.json: the result after each update, and the state in the end. */
export async function runMetricCase(golden: GoldenMetric): Promise<Deviation[]> {
  const metric = getMetric(golden as unknown as ConfigObject);
  const deviations: Deviation[] = [compareConfigs(metric.getConfig(), golden.config)];
  for (const [i, update] of golden.updates.entries()) {
    const [first, second] = update.args.map(tensorOf);
    const options = { sampleWeight: maybeTensorOf(update.sample_weight) };
    if (second) metric.updateState(first!, second, options);
    else metric.updateState(first!, options);
    const result = metric.result();
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
