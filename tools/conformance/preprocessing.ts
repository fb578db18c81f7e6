import type * as tf from '@tensorflow/tfjs-core';
import { type Layer, type PadSequencesOptions, padSequences } from '../../packages/layers/src/index';
import { optionsOf } from '../../packages/layers/src/registry/config';
import { findClass } from '../../packages/layers/src/serialization/class-registry';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase, Tolerance } from './golden';

export interface GoldenPreprocessing extends GoldenCase {
  inputs: GoldenArray[];
  adapt?: GoldenArray;
  training?: boolean;
  output: GoldenArray;
  vocabulary?: (string | number)[];
  idf_weights?: GoldenArray;
}

export interface GoldenPadSequences {
  sequences: number[][];
  kwargs: Record<string, unknown>;
  output: GoldenArray;
}

interface Lookup {
  adapt(data: tf.Tensor): void;
  getVocabulary(): (string | number)[];
}

/** One case of kind `layer` in preprocessing.json: the output, and what the layer has learned. */
export async function runPreprocessingCase(
  golden: GoldenPreprocessing,
  execution: Execution = eager,
): Promise<Deviation[]> {
  const layer = findClass(golden.class_name).fromConfig(golden.config) as Layer & Partial<Lookup>;
  const deviations = [compareConfigs(comparable(layer.getConfig(), golden), comparable(golden.config, golden))];
  if (golden.adapt) layer.adapt?.(tensorOf(golden.adapt));
  const inputs = golden.inputs.map(tensorOf);
  const call = (...given: tf.Tensor[]) =>
    layer.apply<tf.Tensor>(given.length > 1 ? given : (given[0] as tf.Tensor), { training: golden.training ?? false });
  // Words are looked up in JavaScript, before a step.
  const isImage = golden.class_name.startsWith('Random');
  const output = (isImage ? execution : eager).run(call, inputs);
  deviations.push(await compareOutput(output, golden));
  if (golden.vocabulary) {
    deviations.push({ ...compareConfigs(layer.getVocabulary?.(), golden.vocabulary), what: 'vocabulary' });
  }
  return deviations;
}

/** One case of kind `pad_sequences`. */
export async function runPadSequencesCase({ sequences, kwargs, output }: GoldenPadSequences): Promise<Deviation[]> {
  const padded = padSequences(sequences, optionsOf(kwargs) as PadSequencesOptions);
  return [await compare('output', padded, output, { rtol: 0, atol: 0 })];
}

/** The size a layer's vocabulary has before it is adapted is to be disregarded. */
function comparable({ vocabulary_size: size, ...config }: Record<string, unknown>, { adapt }: GoldenPreprocessing) {
  return adapt ? config : { ...config, vocabulary_size: size };
}

async function compareOutput(output: tf.Tensor, golden: GoldenPreprocessing): Promise<Deviation> {
  const { class_name: name, config } = golden;
  const isImage = name.startsWith('Random');
  const tolerance: Tolerance = isImage ? { rtol: 1e-3, atol: 1e-2 } : { rtol: 1e-4, atol: 1e-7 };
  const deviation = await compare('output', output, golden.output, tolerance);
  if (!isImage || config.interpolation !== 'nearest' || deviation.excess <= 1) return deviation;
  // Up to 2 % of the pixels may fall to a neighbour.
  const [ours, theirs] = [await output.data(), await tensorOf(golden.output).data()];
  const isOff = (value: number, i: number) =>
    Math.abs(value - (theirs[i] as number)) > 1e-2 + 1e-3 * Math.abs(theirs[i] as number);
  const share = Array.from(ours).filter(isOff).length / ours.length;
  return { ...deviation, excess: share / 0.02 };
}
