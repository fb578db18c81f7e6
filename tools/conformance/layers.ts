import * as tf from '@tensorflow/tfjs-core';
import { getMask } from '../../packages/layers/src/graph/masks';
import { flatten, type Tree } from '../../packages/layers/src/graph/tree';
// Makes all layers known by name.
import '../../packages/layers/src/index';
import type { Layer } from '../../packages/layers/src/index';
import { camelCase } from '../../packages/layers/src/registry/config';
import { findClass } from '../../packages/layers/src/serialization/class-registry';
import { maybeTensorOf, tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, compareNumber, type Deviation } from './deviation';
import { type Execution, eager } from './execution';
import type { GoldenArray, GoldenCase, Tolerance } from './golden';

export interface GoldenWeight {
  name: string;
  path: string;
  trainable: boolean;
  array: GoldenArray;
}

export interface GoldenLayer extends GoldenCase {
  style: 'single' | 'list' | 'args';
  inputs: GoldenArray[];
  training: boolean;
  call?: Record<string, unknown>;
  adapt?: GoldenArray;
  weights: GoldenWeight[];
  output: Tree<GoldenArray>;
  output_mask?: GoldenArray | (GoldenArray | null)[] | null;
  losses?: number[];
  grad_output?: GoldenArray | (GoldenArray | null)[] | null;
  grad_inputs?: (GoldenArray | null)[];
  grad_weights?: (GoldenArray | null)[];
  weights_after?: GoldenArray[];
}

const forward = { rtol: 1e-4, atol: 1e-5 };
const backward = { rtol: 1e-3, atol: 1e-4 };

/** One case of layers.json or rnn.json: outputs, mask, losses, gradients, weights, config. */
export async function runLayerCase(golden: GoldenLayer, execution: Execution = eager): Promise<Deviation[]> {
  const layer = findClass(golden.class_name).fromConfig(golden.config) as Layer;
  const config = layer.getConfig(); // from before weights are made and data are adapted to, as in the kit
  if (golden.adapt) (layer as Layer & { adapt(data: tf.Tensor): void }).adapt(tensorOf(golden.adapt));
  const inputs = golden.inputs.map(tensorOf);
  const call = callOf(layer, golden);
  // The first call makes the weights.
  tf.tidy(() => void layer.apply(call.input(inputs), call.options(inputs)));
  const tolerance = toleranceOf(golden);
  const deviations = [compareConfigs(config, golden.config), ...compareNames(layer, golden)];
  const setWeights = () => layer.setWeights(golden.weights.map(({ array }) => tensorOf(array)));
  const forwards = (...given: tf.Tensor[]) => {
    const outputs = flatten(layer.apply<Tree<tf.Tensor>>(call.input(given), call.options(given)));
    const mask = outputs[0] ? getMask(outputs[0]) : null;
    // A mask that was given is not made here, and a program returns only what it makes.
    const losses = layer.losses.map((loss) => tf.clone(loss));
    layer.clearLosses(); // or the step would keep tensors, and could not be compiled
    return { outputs, mask: mask && tf.clone(mask), losses };
  };
  const { outputs, mask, losses } = execution.run(forwards, inputs, setWeights);
  const expected = arraysOf(golden.output);
  for (const [i, array] of expected.entries())
    deviations.push(await compare(`output ${i}`, outputs[i] as tf.Tensor, array, tolerance));
  for (const [i, array] of (golden.weights_after ?? []).entries()) {
    const { path, value } = layer.weights[i] as { path: string; value: tf.Tensor };
    deviations.push(await compare(`${path} after`, value, array, tolerance));
  }
  deviations.push(...(await compareMask(mask, golden)), ...compareLosses(losses, golden));
  deviations.push(...(await compareGradients(layer, golden, { inputs, call, execution, setWeights })));
  return deviations;
}

/** The arrays in an output, lists in lists one after another. */
function arraysOf(output: Tree<GoldenArray>): GoldenArray[] {
  return Array.isArray(output) ? output.flatMap(arraysOf) : [output as GoldenArray];
}

/** How the layer of a case is fed. */
interface Feed {
  inputs: tf.Tensor[];
  call: Call;
  execution: Execution;
  setWeights(): void;
}

interface Call {
  input(tensors: tf.Tensor[]): Tree<tf.Tensor>;
  options(tensors: tf.Tensor[]): Record<string, unknown>;
}

function callOf(layer: Layer, golden: GoldenLayer): Call {
  const { callOptions = [] } = layer.constructor as typeof Layer;
  const given: Record<string, unknown> = { training: golden.training };
  for (const [key, value] of Object.entries(golden.call ?? {})) given[camelCase(key)] = read(value);
  return {
    input: (tensors) => (golden.style === 'list' ? tensors : (tensors[0] as tf.Tensor)),
    options: (tensors) => {
      if (golden.style !== 'args') return given;
      const positional = tensors.slice(1).map((tensor, i) => [callOptions[i] ?? `argument ${i + 1}`, tensor] as const);
      return { ...given, ...Object.fromEntries(positional) };
    },
  };
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  return typeof value === 'object' && value !== null && 'dtype' in value ? tensorOf(value as GoldenArray) : value;
}

function compareNames(layer: Layer, golden: GoldenLayer): Deviation[] {
  const ours = layer.weights.map(({ path, trainable }) => ({ path, trainable }));
  const theirs = golden.weights.map(({ path, trainable }) => ({ path, trainable }));
  return [{ ...compareConfigs(ours, theirs), what: 'weights' }];
}

async function compareMask(mask: tf.Tensor | null, golden: GoldenLayer): Promise<Deviation[]> {
  const expected = Array.isArray(golden.output_mask) ? golden.output_mask[0] : golden.output_mask;
  if (!expected) {
    return mask ? [{ what: 'mask', excess: Infinity, text: 'mask: one where Keras passes none on' }] : [];
  }
  if (!mask) return [{ what: 'mask', excess: Infinity, text: 'mask: none where Keras passes one on' }];
  return [await compare('mask', mask, expected, forward)];
}

function compareLosses(ours: readonly tf.Tensor[], golden: GoldenLayer): Deviation[] {
  const theirs = golden.losses ?? [];
  if (ours.length !== theirs.length) {
    return [{ what: 'losses', excess: Infinity, text: `losses: ${ours.length}, expected ${theirs.length}` }];
  }
  return theirs.map((loss, i) =>
    compareNumber(`loss ${i}`, (ours[i] as tf.Tensor).dataSync()[0] as number, loss, forward),
  );
}

async function compareGradients(
  layer: Layer,
  golden: GoldenLayer,
  { inputs, call, execution, setWeights }: Feed,
): Promise<Deviation[]> {
  const arrays = Array.isArray(golden.grad_output) ? golden.grad_output : [golden.grad_output ?? null];
  if (arrays.every((array) => array === null)) return [];
  const upstream = arrays.map(maybeTensorOf);
  const wanted = [...(golden.grad_inputs ?? []), ...(golden.grad_weights ?? [])];
  const names = [...golden.inputs.map((_, i) => `input ${i}`), ...golden.weights.map(({ path }) => path)];
  const indices = wanted.flatMap((array, i) => (array ? [i] : []));
  if (indices.length === 0) return [];
  const backwards = (...given: tf.Tensor[]) => {
    const scalar = () => {
      const outputs = flatten(layer.apply<Tree<tf.Tensor>>(call.input(given), call.options(given)));
      const terms = outputs.flatMap((output, i) => (upstream[i] ? [tf.sum(tf.mul(output, upstream[i]))] : []));
      return terms.reduce((sum, term) => tf.add(sum, term)) as tf.Scalar;
    };
    const sources = [...given, ...layer.weights.map(({ value }) => value as tf.Tensor)];
    const wrt = indices.map((i) => sources[i] as tf.Tensor);
    const { grads } = tf.engine().gradients(scalar, wrt, undefined, true);
    layer.clearLosses();
    return grads;
  };
  const grads = execution.run(backwards, inputs, setWeights);
  return Promise.all(
    indices.map(async (i, at) => {
      const gradient = grads[at] as tf.Tensor | null | undefined;
      const name = `gradient of ${names[i]}`;
      if (!gradient) return { what: name, excess: Infinity, text: `${name}: none` };
      return compare(name, gradient, wanted[i] as GoldenArray, backward);
    }),
  );
}

function toleranceOf({ class_name, config }: GoldenLayer): Tolerance {
  if (class_name === 'SpectralNormalization') return { rtol: 1e-3, atol: 1e-5 };
  if (class_name === 'Resizing' || class_name === 'UpSampling2D') {
    const smooth = ['bicubic', 'lanczos3', 'lanczos5'].includes(config.interpolation as string);
    if (smooth) return { rtol: 1e-3, atol: 2e-2 };
    if (class_name === 'Resizing') return { rtol: 1e-4, atol: 1e-3 };
  }
  return forward;
}
