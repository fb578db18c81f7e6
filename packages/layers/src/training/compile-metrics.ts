import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { getMask } from '../graph/masks';
import { isRecord, type Tree } from '../graph/tree';
import { getMetric, MeanMetricWrapper, Metric, type MetricFunction, type MetricName } from '../metrics/index';
import { snakeCase } from '../registry/class-name';
import type { ConfigObject } from '../registry/config';
import { isClass } from '../registry/registry';
import { targetsOf, weightsOf } from './compile-loss';
import type { StepLogs } from './data/step-data';
import { labelKind } from './label-kind';
import { namedOutputs } from './match-outputs';

/** A metric: Keras's name, a config, an object, or a function of targets and predictions that gives one value per sample. */
export type MetricIdentifier = MetricName | 'accuracy' | (string & {}) | ConfigObject | Metric | MetricFunction;

type OutputMetrics = MetricIdentifier | readonly MetricIdentifier[] | null;

/** The metrics of a model: a list, or for several outputs a list of lists in their order or a record by output name. */
export type MetricsInput = readonly OutputMetrics[] | { readonly [output: string]: OutputMetrics };

interface OutputEntry {
  index: number;
  /** Set in front of the metrics' names when there are several outputs. */
  outputName: string | null;
  metrics: Metric[];
}

/** The metrics of `compile({ metrics, weightedMetrics })`, made when the shapes are known. Keras: `CompileMetrics`. */
export class CompileMetrics {
  readonly #plain: MetricsInput | null;
  readonly #weighted: MetricsInput | null;
  readonly #outputNames: readonly string[] | null;
  #built: { plain: OutputEntry[]; weighted: OutputEntry[] } | null = null;

  constructor(plain: MetricsInput | null, weighted: MetricsInput | null, outputNames: readonly string[] | null) {
    this.#plain = plain;
    this.#weighted = weighted;
    this.#outputNames = outputNames;
    for (const [option, given] of [
      ['metrics', plain],
      ['weightedMetrics', weighted],
    ] as const) {
      if (given === null || Array.isArray(given) || isRecord(given)) continue;
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'compile',
        expected: `\`${option}\` must be a list, or a record by output name`,
        received: given,
        remedy: `Put it into a list: [${typeof given === 'string' ? `'${given as string}'` : 'metric'}].`,
      });
    }
  }

  get built(): boolean {
    return this.#built !== null;
  }

  /** All metrics, in order. */
  get metrics(): Metric[] {
    if (!this.#built) return [];
    return [...this.#built.plain, ...this.#built.weighted].flatMap(({ metrics }) => metrics);
  }

  build(yTrue: Tree<tf.Tensor>, yPred: Tree<tf.Tensor>): void {
    if (this.#built) return;
    this.#built = {
      plain: this.#buildSet('metrics', this.#plain, yTrue, yPred),
      weighted: this.#buildSet('weightedMetrics', this.#weighted, yTrue, yPred),
    };
  }

  updateState(yTrue: Tree<tf.Tensor>, yPred: Tree<tf.Tensor>, sampleWeight: Tree<tf.Tensor> | null): void {
    this.build(yTrue, yPred);
    const { plain, weighted } = this.#built as { plain: OutputEntry[]; weighted: OutputEntry[] };
    const { tensors, names } = namedOutputs(yPred, this.#outputNames);
    const indices = [...plain, ...weighted].map(({ index }) => index);
    const targets = targetsOf(
      yTrue,
      names,
      [...new Set(indices)].sort((a, b) => a - b),
    );
    const weights = sampleWeight === null ? [] : weightsOf(sampleWeight, names, indices);
    for (const { index, metrics } of plain) {
      for (const metric of metrics) metric.updateState(targets[index] as tf.Tensor, tensors[index] as tf.Tensor);
    }
    for (const { index, metrics } of weighted) {
      const weight = weights[index] ?? null;
      // As in Keras, a mask counts only together with sample weights.
      const options = weight ? { sampleWeight: weight, mask: getMask(tensors[index] as tf.Tensor) } : {};
      for (const metric of metrics)
        metric.updateState(targets[index] as tf.Tensor, tensors[index] as tf.Tensor, options);
    }
  }

  /** The results by the names Keras logs them under. */
  results(): StepLogs {
    const results: StepLogs = {};
    const counts = new Map<string, number>();
    const put = (name: string, metric: Metric) => {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const result = metric.result();
      if (isRecord(result)) Object.assign(results, result);
      else results[count === 0 ? name : `${name}_${count}`] = result as tf.Tensor;
    };
    const prefixed = (outputName: string | null, name: string) => (outputName ? `${outputName}_${name}` : name);
    for (const { outputName, metrics } of this.#built?.plain ?? []) {
      for (const metric of metrics) put(prefixed(outputName, metric.name), metric);
    }
    for (const { outputName, metrics } of this.#built?.weighted ?? []) {
      for (const metric of metrics) {
        const name = prefixed(outputName, metric.name);
        put(counts.has(name) ? prefixed(outputName, `weighted_${metric.name}`) : name, metric);
      }
    }
    return results;
  }

  dispose(): void {
    for (const metric of this.metrics) metric.dispose();
  }

  #buildSet(option: string, given: MetricsInput | null, yTrue: Tree<tf.Tensor>, yPred: Tree<tf.Tensor>): OutputEntry[] {
    if (given === null) return [];
    const { tensors, names } = namedOutputs(yPred, this.#outputNames);
    const perOutput = metricsPerOutput(option, given, names);
    const wanted = perOutput.flatMap((list, index) => (list.length > 0 ? [index] : []));
    const targets = targetsOf(yTrue, names, wanted);
    return wanted.map((index) => ({
      index,
      outputName: names.length > 1 ? (names[index] ?? null) : null,
      metrics: (perOutput[index] as MetricIdentifier[]).map((identifier) =>
        findMetric(identifier, targets[index] as tf.Tensor, tensors[index] as tf.Tensor),
      ),
    }));
  }
}

function metricsPerOutput(
  option: string,
  given: MetricsInput,
  names: readonly (string | null)[],
): MetricIdentifier[][] {
  const asList = (entry: OutputMetrics | undefined): MetricIdentifier[] =>
    entry === null || entry === undefined ? [] : Array.isArray(entry) ? [...entry] : [entry as MetricIdentifier];
  if (isRecord(given)) {
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (names.length === 1 && !unknown) return [asList(Object.values(given)[0] as OutputMetrics)];
    if (unknown === undefined)
      return names.map((name) => asList((given as Record<string, OutputMetrics>)[name as string]));
    throw badMetrics(option, names, `'${unknown}'`);
  }
  const list = given as readonly OutputMetrics[];
  if (names.length === 1) return [list.flatMap((entry) => asList(entry))];
  if (list.length !== names.length) throw badMetrics(option, names, `${list.length} entries`);
  return list.map(asList);
}

function badMetrics(option: string, names: readonly (string | null)[], received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: 'compile',
    expected: `\`${option}\` must have an entry for each of the ${names.length} outputs (${names.join(', ')})`,
    received: inWords(received),
    remedy: 'Give a list of lists in that order, or a record by output name.',
  });
}

function findMetric(identifier: MetricIdentifier, yTrue: tf.Tensor, yPred: tf.Tensor): Metric {
  if (identifier instanceof Metric) return identifier;
  if (typeof identifier === 'function' && !isClass(identifier)) {
    return new MeanMetricWrapper(identifier, { name: snakeCase(identifier.name || 'metric') });
  }
  if (typeof identifier !== 'string') return getMetric(identifier);
  const asked = identifier.toLowerCase();
  const name = asked === 'accuracy' || asked === 'acc' ? `${labelKind(yTrue, yPred)}_accuracy` : identifier;
  const found = getMetric(name);
  // The log shows the name that was asked for: 'accuracy', 'mae'.
  Object.defineProperty(found, 'name', { value: identifier, enumerable: true });
  return found;
}
