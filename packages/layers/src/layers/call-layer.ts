import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { logitsOf } from '../activations/index';
import { keepsLogits, noteCall, withCallContext } from '../graph/call-context';
import { KerasTensor } from '../graph/keras-tensor';
import { getMask, setMask } from '../graph/masks';
import { withNameScope } from '../graph/name-scope';
import { Node, symbolicTensors } from '../graph/node';
import { formatShape, type Shape, type Shapes } from '../graph/shape';
import { flatten, mapTree, type Tree } from '../graph/tree';
import { expectKnownOptions } from '../registry/options';
import { expectOneOf } from './checks';
import { buildByCalling } from './infer-output';
import { expectInput } from './input-spec';
import type { CallOptions, Layer } from './layer';

type AnyTensor = tf.Tensor | KerasTensor;

/**
 * What `layer.apply` does, in Keras's order: check the inputs, build on the first call, settle `training` and `mask`, call,
 * pass masks on, and note the call in the graph when it was symbolic.
 */
export function applyLayer(layer: Layer, inputs: Tree<AnyTensor>, options: Partial<CallOptions>): Tree<AnyTensor> {
  const { callOptions } = layer.constructor as typeof Layer;
  expectKnownOptions(`${layer.place}, call`, options, ['training', 'mask', ...callOptions]);
  const given: unknown = options.training ?? null;
  if (given !== null) expectOneOf(`${layer.place}, call`, 'training', given, [true, false]);
  const symbolic =
    expectTensors(layer, inputs) || symbolicTensors(Object.values(options) as Tree<unknown>[]).length > 0;
  return withCallContext(
    layer,
    () => layer.clearLosses(),
    (context) => {
      const outer = context.training;
      const training = options.training ?? outer;
      context.training = training;
      try {
        return withNameScope(layer, () => {
          checkInputs(layer, inputs);
          if (!layer.built) layer.build(shapesOf(inputs), optionShapes(options));
          return symbolic ? callSymbolic(layer, inputs, options) : callEager(layer, inputs, options, training ?? false);
        });
      } catch (error) {
        throw namingLayer(layer, inputs, error);
      } finally {
        context.training = outer;
      }
    },
  );
}

/** TF.js tells which of its operations could not compute with what; this adds the layer that called it. Other errors stay as they are. */
function namingLayer(layer: Layer, inputs: Tree<AnyTensor>, error: unknown): unknown {
  if (!(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype) return error;
  const shapes = flatten(inputs).map((tensor) => (tensor === null ? 'none' : formatShape(tensor.shape)));
  return new TenlabError({
    code: 'invalid-shape',
    place: layer.place,
    expected: 'it must be able to compute with its inputs',
    received: inWords(`${shapes.join(' and ')}, and from the computation: ${error.message}`),
    remedy: 'Give it inputs of the rank and the channels that it was built for.',
    cause: error,
  });
}

function callEager(
  layer: Layer,
  given: Tree<AnyTensor>,
  options: Partial<CallOptions>,
  training: boolean,
): Tree<AnyTensor> {
  const inputs = given as Tree<tf.Tensor>;
  const previousMask = options.mask ?? mapTree(inputs, (tensor) => getMask(tensor));
  // Masks are tensors too, and so are logits that a loss may ask for: tidy keeps what it is given back.
  const { outputs, masks } = tf.tidy(() => {
    const called = layer.call(inputs, { ...options, training, mask: previousMask as CallOptions['mask'] });
    const outputs = layer.supportsMasking ? called : withoutMasksOf(inputs, called);
    noteCall(layer, outputs);
    addActivityLosses(layer, outputs);
    passMaskOn(layer, inputs, outputs, previousMask);
    const flat = flatten(outputs);
    const logits = keepsLogits() ? flat.map((tensor) => logitsOf(tensor, -1) ?? logitsOf(tensor, null)) : [];
    return { outputs, masks: flat.map((tensor) => getMask(tensor)), logits } as tf.TensorContainer;
  }) as { outputs: Tree<tf.Tensor>; masks: (tf.Tensor | null)[] };
  for (const [index, tensor] of flatten(outputs).entries()) setMask(tensor, masks[index] ?? null);
  return outputs;
}

function callSymbolic(layer: Layer, inputs: Tree<AnyTensor>, given: Partial<CallOptions>): Tree<AnyTensor> {
  const previousMask = given.mask ?? mapTree(inputs, (tensor) => getMask(tensor));
  const { takesMask } = layer.constructor as typeof Layer;
  const options = takesMask && given.mask === undefined ? { ...given, mask: previousMask } : given;
  const outputs = layer.computeOutputSpec(inputs as Tree<KerasTensor>, options);
  buildByCalling(layer, inputs as Tree<KerasTensor>, options);
  passMaskOn(layer, inputs, outputs, previousMask);
  new Node(layer, { inputs, options }, flatten(outputs));
  return outputs;
}

/** Gives the outputs the mask that the layer computes for them, unless `call` has given them one. */
function passMaskOn(
  layer: Layer,
  inputs: Tree<AnyTensor>,
  outputs: Tree<AnyTensor>,
  previousMask: Tree<unknown>,
): void {
  if (!layer.supportsMasking) {
    if (flatten(previousMask).some(Boolean)) warnOfLostMask(layer);
    return;
  }
  const flat = flatten(outputs);
  if (flat.every((tensor) => getMask(tensor) !== null)) return;
  const masks = flatten(layer.computeMask(inputs, previousMask)) as (AnyTensor | null)[];
  for (const [index, tensor] of flat.entries()) if (getMask(tensor) === null) setMask(tensor, masks[index] ?? null);
}

/** What a layer that does not pass masks on gives back as it came must not bring its mask along. */
function withoutMasksOf(inputs: Tree<tf.Tensor>, outputs: Tree<tf.Tensor>): Tree<tf.Tensor> {
  const masked = flatten(inputs).filter((tensor) => getMask(tensor) !== null);
  return masked.length === 0
    ? outputs
    : mapTree(outputs, (tensor) => (masked.includes(tensor) ? tf.clone(tensor) : tensor));
}

const warned = new WeakSet<Layer>();

function warnOfLostMask(layer: Layer): void {
  if (warned.has(layer)) return;
  warned.add(layer);
  console.warn(
    `${layer.place} was given an input with a mask, but does not pass masks on: layers after it see padding as data.`,
  );
}

function addActivityLosses(layer: Layer, outputs: Tree<tf.Tensor>): void {
  const { activityRegularizer } = layer;
  if (!activityRegularizer) return;
  for (const output of flatten(outputs)) {
    const loss = activityRegularizer.apply(output);
    layer.addLoss(output.rank > 0 ? tf.div(loss, output.shape[0] as number) : loss);
  }
}

function checkInputs(layer: Layer, inputs: Tree<AnyTensor>): void {
  const { inputSpec } = layer;
  if (!inputSpec) return;
  const specs = Array.isArray(inputSpec) ? inputSpec : [inputSpec];
  const tensors = flatten(inputs);
  if (tensors.length !== specs.length) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: layer.place,
      expected: `there must be ${specs.length} input${specs.length === 1 ? '' : 's'}`,
      received: inWords(`${tensors.length}`),
      remedy: specs.length === 1 ? 'Join them first, for example with Concatenate.' : 'Pass them as one list.',
    });
  }
  for (const [index, tensor] of tensors.entries()) expectInput(layer.place, specs[index], tensor.shape);
}

/** Throws unless all leaves are tensors; tells whether one is symbolic. */
function expectTensors(layer: Layer, inputs: Tree<AnyTensor>): boolean {
  const leaves = flatten(inputs);
  const wrong = leaves.find((leaf) => leaf !== null && !(leaf instanceof tf.Tensor) && !(leaf instanceof KerasTensor));
  if (leaves.length === 0 || wrong !== undefined) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: layer.place,
      expected: 'the inputs must be one tensor, or a list or record of tensors',
      received: leaves.length === 0 ? inputs : wrong,
      remedy: 'Make a tensor first, for example tf.tensor(values).',
    });
  }
  return leaves.some((leaf) => leaf instanceof KerasTensor);
}

/** The shapes of a tree of tensors. */
export function shapesOf(tensors: Tree<AnyTensor>): Shapes {
  return mapTree(tensors, (tensor) => [...tensor.shape] as Shape) as Shapes;
}

/** The shapes of the tensors among the options of a call, by name; masks are left out. */
export function optionShapes(options: Readonly<Record<string, unknown>>): Record<string, Shapes> {
  const shapes: Record<string, Shapes> = {};
  for (const [name, value] of Object.entries(options)) {
    const leaves = flatten(value as Tree<unknown>);
    const tensors =
      leaves.length > 0 && leaves.every((leaf) => leaf instanceof tf.Tensor || leaf instanceof KerasTensor);
    if (name !== 'mask' && tensors) shapes[name] = shapesOf(value as Tree<AnyTensor>);
  }
  return shapes;
}
