import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { type Config, type ConfigObject, isConfigObject, optionsOf } from '../registry/config';
import { nearNames, plainName } from '../registry/near-names';
import { expectKnownOptions } from '../registry/options';
import { celu, elu, selu } from './elu';
import { gelu } from './gelu';
import { exponential, linear } from './linear';
import { leakyRelu, relu, relu6 } from './relu';
import { hardShrink, softShrink, threshold } from './shrink';
import { hardSigmoid, logSigmoid, sigmoid, sparseSigmoid } from './sigmoid';
import { glu, hardSilu, mish, silu } from './silu';
import { logSoftmax, softmax, sparsemax } from './softmax';
import { softplus, softsign, sparsePlus, squareplus } from './softplus';
import { hardTanh, tanh, tanhShrink } from './tanh';

/** A function of a tensor, element by element or along an axis, that can be differentiated. */
export type Activation = (x: tf.Tensor) => tf.Tensor;

/** Keras's names, each with the options its function takes. */
const ACTIVATIONS = {
  celu: { fn: celu, options: ['alpha'] },
  elu: { fn: elu, options: ['alpha'] },
  exponential: { fn: exponential, options: [] },
  gelu: { fn: gelu, options: ['approximate'] },
  glu: { fn: glu, options: ['axis'] },
  hard_shrink: { fn: hardShrink, options: ['threshold'] },
  hard_sigmoid: { fn: hardSigmoid, options: [] },
  hard_silu: { fn: hardSilu, options: [] },
  hard_tanh: { fn: hardTanh, options: [] },
  leaky_relu: { fn: leakyRelu, options: ['negativeSlope'] },
  linear: { fn: linear, options: [] },
  log_sigmoid: { fn: logSigmoid, options: [] },
  log_softmax: { fn: logSoftmax, options: ['axis'] },
  mish: { fn: mish, options: [] },
  relu: { fn: relu, options: ['negativeSlope', 'maxValue', 'threshold'] },
  relu6: { fn: relu6, options: [] },
  selu: { fn: selu, options: [] },
  sigmoid: { fn: sigmoid, options: [] },
  silu: { fn: silu, options: [] },
  soft_shrink: { fn: softShrink, options: ['threshold'] },
  softmax: { fn: softmax, options: ['axis'] },
  softplus: { fn: softplus, options: [] },
  softsign: { fn: softsign, options: [] },
  sparse_plus: { fn: sparsePlus, options: [] },
  sparse_sigmoid: { fn: sparseSigmoid, options: [] },
  sparsemax: { fn: sparsemax, options: ['axis'] },
  squareplus: { fn: squareplus, options: ['b'] },
  tanh: { fn: tanh, options: [] },
  tanh_shrink: { fn: tanhShrink, options: [] },
  threshold: { fn: threshold, options: ['threshold', 'defaultValue'] },
} as const;

const ALIASES = { swish: 'silu', hard_swish: 'hard_silu' } as const;

/** The names Keras knows activations by. */
export type ActivationName = keyof typeof ACTIVATIONS | keyof typeof ALIASES;

/** A name, a function of your own, or a Keras config of a function with options. */
export type ActivationIdentifier = ActivationName | (string & {}) | Activation | ConfigObject;

type Entry = { name: string; fn: (x: tf.Tensor, options?: never) => tf.Tensor; options: readonly string[] };

const byName = new Map<string, Entry>();
const names = new WeakMap<Activation, string | ConfigObject>();
for (const [name, { fn, options }] of Object.entries(ACTIVATIONS)) {
  byName.set(plainName(name), { name, fn: fn as Entry['fn'], options });
  names.set(fn as Activation, name);
}
for (const [alias, name] of Object.entries(ALIASES)) byName.set(plainName(alias), byName.get(plainName(name))!);

/**
 * Finds an activation by Keras's name (`'relu'`, `'hard_sigmoid'`, `'swish'`), builds one with options from a config, or
 * passes a function through. Null is `linear`. Throws on an unknown name, with near names.
 *
 * @example
 * getActivation('relu')(tf.tensor1d([-1, 2])).arraySync(); // [0, 2]
 * getActivation({ class_name: 'leaky_relu', config: { negative_slope: 0.5 } })(tf.tensor1d([-1])).arraySync(); // [-0.5]
 */
export function getActivation(identifier: ActivationIdentifier | null): Activation {
  if (identifier === null) return linear;
  if (typeof identifier === 'function') return identifier;
  if (typeof identifier === 'string') return find(identifier).fn;
  // Keras writes a function it has no options for as { class_name: 'function', config: name }.
  const written: unknown = identifier.config;
  if (identifier.class_name === 'function' && typeof written === 'string') return find(written).fn;
  return isConfigObject(identifier)
    ? withOptions(identifier.class_name, identifier.config)
    : find(String(identifier)).fn;
}

/** The activation as Keras writes it: its name, or with options its config. Throws on a function that has no name here. */
export function serializeActivation(activation: Activation): string | ConfigObject {
  const name = names.get(activation);
  if (name !== undefined) return name;
  throw new TenlabError({
    code: 'not-serializable',
    place: 'serializeActivation',
    expected: "an activation found by name, such as 'relu'",
    received: inWords(`a function${activation.name ? ` '${activation.name}'` : ''}`),
    remedy: 'Use a named activation, or put your function into a layer of your own.',
  });
}

function withOptions(name: string, config: Config): Activation {
  const entry = find(name);
  const options = optionsOf(config);
  expectKnownOptions(`Activation '${entry.name}'`, options, entry.options);
  if (Object.keys(options).length === 0) return entry.fn;
  const activation: Activation = (x) => entry.fn(x, options as never);
  names.set(activation, { class_name: entry.name, config });
  return activation;
}

function find(name: string): Entry {
  const entry = byName.get(plainName(name));
  if (entry) return entry;
  const known = [...Object.keys(ACTIVATIONS), ...Object.keys(ALIASES)];
  const near = nearNames(name, known);
  throw new TenlabError({
    code: 'unknown-name',
    expected: 'the name of a known activation',
    received: name,
    remedy: near.length > 0 ? `Did you mean '${near.join("' or '")}'?` : `Known are '${known.join("', '")}'.`,
  });
}
