import type * as tf from '@tensorflow/tfjs-core';
import * as callbackClasses from '../../packages/callbacks/src/index';
import { flatten, type Tree } from '../../packages/layers/src/graph/tree';
import {
  Callback,
  type CompileOptions,
  deserializeLayer,
  type Logs,
  type Model,
} from '../../packages/layers/src/index';
import { camelCase, optionsOf } from '../../packages/layers/src/registry/config';
import { serializeObject } from '../../packages/layers/src/serialization/serialize-object';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, compareNumber, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray } from './golden';
import type { GoldenWeight } from './layers';

export interface GoldenTraining {
  name: string;
  model: { class_name: string; config: Record<string, unknown> };
  compile: Record<string, unknown>;
  fit: {
    x: GoldenArray[];
    y: GoldenArray[];
    sample_weight?: GoldenArray[] | null;
    batch_size: number;
    epochs: number;
    shuffle: boolean;
    class_weight?: Record<string, number> | null;
    validation_split?: number;
    callbacks?: { class_name: string; config: Record<string, unknown> }[];
  };
  initial_weights: GoldenWeight[];
  parameter_counts: { total: number; trainable: number };
  step_logs: Record<string, number>[];
  history: Record<string, number[]>;
  final_weights: GoldenArray[];
  evaluate: Record<string, number>;
  predict: GoldenArray | GoldenArray[];
}

const tolerance = { rtol: 2e-3, atol: 2e-4 };

/** One case of training.json: a whole small training, step by step. */
export async function runTrainingCase(golden: GoldenTraining, execution: Execution = eager): Promise<Deviation[]> {
  const model = deserializeLayer(golden.model) as Model;
  const deviations: Deviation[] = [
    { ...compareConfigs(serializeObject(model).config, golden.model.config), what: 'model' },
  ];
  deviations.push({
    ...compareConfigs(
      { total: model.countParams(), trainable: model.trainableWeights.reduce((sum, { size }) => sum + size, 0) },
      golden.parameter_counts,
    ),
    what: 'parameter counts',
  });
  model.setWeights(golden.initial_weights.map(({ array }) => tensorOf(array)));
  const options = Object.entries(golden.compile).map(([key, value]) => [camelCase(key), value] as const);
  model.compile({ ...(Object.fromEntries(options) as CompileOptions), runEagerly: execution.name === 'eager' });
  const x = single(golden.fit.x.map(tensorOf));
  const y = single(golden.fit.y.map(tensorOf));
  const sampleWeight = golden.fit.sample_weight ? single(golden.fit.sample_weight.map(tensorOf)) : null;
  const steps = new StepLogs();
  const { history } = await model.fit(x, y, {
    batchSize: golden.fit.batch_size,
    epochs: golden.fit.epochs,
    shuffle: golden.fit.shuffle,
    classWeight: golden.fit.class_weight ?? null,
    validationSplit: golden.fit.validation_split ?? 0,
    sampleWeight,
    callbacks: [...(golden.fit.callbacks ?? []).map(makeCallback), steps],
    verbose: 0,
  });
  const samples = golden.fit.x[0]?.shape[0] ?? 1;
  for (const [i, logs] of golden.step_logs.entries()) {
    const perEpoch = Math.ceil((samples * (1 - (golden.fit.validation_split ?? 0))) / golden.fit.batch_size);
    const seen = ((i % perEpoch) + 1) * golden.fit.batch_size;
    deviations.push(...compareLogs(`step ${i}`, steps.all[i] ?? {}, logs, Math.min(seen, samples)));
  }
  for (const [name, values] of Object.entries(golden.history)) {
    deviations.push(
      ...compareLogs(`history ${name}`, asRecord(name, history[name] ?? []), asRecord(name, values), samples),
    );
  }
  for (const [i, { path, value }] of model.weights.entries()) {
    deviations.push(await compare(path, value, golden.final_weights[i] as GoldenArray, tolerance));
  }
  const results = await model.evaluate(x, y, {
    sampleWeight,
    batchSize: golden.fit.batch_size,
    returnDict: true,
    verbose: 0,
  });
  deviations.push(...compareLogs('evaluate', results, golden.evaluate, samples));
  const outputs = flatten((await model.predict(x, { verbose: 0 })) as Tree<tf.Tensor>);
  const expected = Array.isArray(golden.predict) ? golden.predict : [golden.predict];
  for (const [i, array] of expected.entries())
    deviations.push(await compare(`predict ${i}`, outputs[i] as tf.Tensor, array, tolerance));
  return deviations;
}

/** Keeps the logs of each step. */
class StepLogs extends Callback {
  readonly all: Record<string, number>[] = [];

  override onTrainBatchEnd(_step: number, logs: Logs): void {
    this.all.push({ ...logs });
  }
}

/** Compares logs by name. What counts samples may be off by one of them. */
function compareLogs(
  what: string,
  ours: Record<string, number>,
  theirs: Record<string, number>,
  samples: number,
): Deviation[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return names.map((name) => {
    const [a, b] = [ours[name] ?? Number.NaN, theirs[name] ?? Number.NaN];
    const counts = name.includes('accuracy');
    return compareNumber(`${what}, ${name}`, a, b, counts ? { rtol: 0, atol: 1.001 / samples } : tolerance);
  });
}

function asRecord(name: string, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, epoch) => [`${name} of epoch ${epoch}`, value]));
}

function makeCallback({ class_name, config }: { class_name: string; config: Record<string, unknown> }): Callback {
  const construct = (callbackClasses as unknown as Record<string, new (options: object) => Callback>)[class_name];
  if (!construct) throw new Error(`There is no callback ${class_name} yet.`);
  return new construct(optionsOf(config));
}

function single<T>(list: T[]): T | T[] {
  return list.length === 1 ? (list[0] as T) : list;
}
