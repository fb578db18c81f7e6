import { inWords, TenlabError } from '@tenlab/core';
import { KerasTensor } from '../graph/keras-tensor';
import type { Operation } from '../graph/operation';
import { formatShape, shapesFit } from '../graph/shape';
import { flatten, formOf, mapTree, packAs, type Tree } from '../graph/tree';
import { Input, InputLayer } from '../layers/core/input-layer';
import { type CallOptions, Layer } from '../layers/layer';
import { classNameOf } from '../registry/class-name';
import { expectKnownOptions } from '../registry/options';
import { deserializeLayer, withCustomObjects } from '../serialization/deserialize';
import { serializeObject } from '../serialization/serialize-object';
import { freshCompileOptions } from '../training/fresh-compile-options';
import { Model } from './model';
import { Sequential } from './sequential';

export interface CloneModelOptions {
  /** What the copy begins with, in the form of the model's inputs. Default: new inputs of the same shapes and names. */
  inputTensors?: Tree<KerasTensor> | null;
  /** Makes the copy of a layer; return the layer itself to share it. Default: a new layer of the same config. */
  cloneFunction?: ((layer: Layer) => Layer) | null;
  /** Calls a copied layer, for functional models: add layers before or after it here. Default: `layer.apply(inputs, options)`. */
  callFunction?: ((layer: Layer, inputs: Tree<KerasTensor>, options: Partial<CallOptions>) => Tree<KerasTensor>) | null;
  /** Whether models inside are copied layer by layer too, with the same functions. Default false. */
  recursive?: boolean;
}

const OPTIONS = ['inputTensors', 'cloneFunction', 'callFunction', 'recursive'];

/**
 * A model of the same configuration with new weights; compiled as the first was, with a new optimizer.
 *
 * A layer that is called twice stays one layer. A subclass with `call` is made from its `getConfig`, and takes no options, as
 * what it does inside is not known. Throws on options that do not suit the model. Keras: `keras.models.clone_model`.
 *
 * @example
 * const model = new Sequential([new Dense({ units: 2, inputShape: [3] })]);
 * const copy = cloneModel(model);
 * copy.countParams(); // 8
 * copy.setWeights(model.getWeights()); // the same values, if you want them
 * // With more dropout:
 * cloneModel(model, { cloneFunction: (layer) => (layer instanceof Dropout ? new Dropout({ rate: 0.5 }) : layer) });
 */
export function cloneModel(model: Model, options: CloneModelOptions = {}): Model {
  if (!(model instanceof Model)) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'cloneModel',
      expected: 'a model',
      received: model,
      remedy: 'For one layer: `deserializeLayer(serializeObject(layer))`.',
    });
  }
  expectKnownOptions(`${model.place}, cloneModel`, options, OPTIONS);
  return withCustomObjects(classesOf(model), () => clone(model, options, new Map()));
}

function clone(model: Model, options: CloneModelOptions, copies: Map<Operation, Operation>): Model {
  const copy = layerCopier(options, copies);
  const isStack = model instanceof Sequential;
  if (isStack && options.callFunction) {
    throw unsuited(model, 'callFunction', 'A stack only lists its layers. Put the new layers into the list instead.');
  }
  if (isStack) return compiledLike(model, cloneSequential(model, options, copy));
  const ownConfig = model.getConfig !== Model.prototype.getConfig;
  const changed = options.cloneFunction || options.inputTensors;
  if (model.isFunctional && (!ownConfig || changed)) return compiledLike(model, cloneFunctional(model, options, copy));
  const given = (['cloneFunction', 'inputTensors', 'callFunction'] as const).find((name) => options[name]);
  if (given) throw unsuited(model, given, 'It is for functional models and stacks. Write the change into the class.');
  const { compile_config: _, ...config } = serializeObject(model);
  return compiledLike(model, deserializeLayer(config) as Model);
}

/** Copies each operation once. */
function layerCopier(
  options: CloneModelOptions,
  copies: Map<Operation, Operation>,
): (operation: Operation) => Operation {
  const { cloneFunction, recursive = false } = options;
  return (operation) => {
    const known = copies.get(operation);
    if (known) return known;
    const isGraph = operation instanceof Sequential || (operation instanceof Model && operation.isFunctional);
    const inner = {
      ...options,
      inputTensors: null,
      callFunction: operation instanceof Sequential ? null : options.callFunction,
    };
    const made =
      recursive && isGraph
        ? clone(operation as Model, inner, copies)
        : cloneFunction && operation instanceof Layer
          ? cloneFunction(operation)
          : sameConfig(operation);
    if (operation instanceof Layer && !(made instanceof Layer)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'cloneModel',
        expected: '`cloneFunction` must return a layer',
        received: made,
        remedy: `Return the layer that takes the place of '${operation.name}', or '${operation.name}' itself to share it.`,
      });
    }
    copies.set(operation, made);
    return made;
  };
}

function sameConfig(operation: Operation): Operation {
  const { fromConfig } = operation.constructor as unknown as { fromConfig(config: object): Operation };
  return fromConfig.call(operation.constructor, operation.getConfig());
}

function cloneSequential(
  model: Sequential,
  { inputTensors }: CloneModelOptions,
  copy: (operation: Operation) => Operation,
): Sequential {
  const layers = model.layers.map((layer) => copy(layer) as Layer);
  const [first] = model.stack;
  const reference = first instanceof InputLayer ? first.output : null;
  const [given = reference, ...more] = inputTensors ? flatten(inputTensors) : [];
  if (more.length > 0) throw badInputs(model, `${more.length + 1} tensors`, 'Give one: a stack has one input.');
  if (given !== null) {
    expectSymbolic(model, [given]);
    const { optional = false } = first instanceof InputLayer ? first : {};
    const name = reference?.name ?? null;
    layers.unshift(new InputLayer({ batchShape: given.shape, dtype: given.dtype as 'float32', name, optional }));
  }
  const construct = model.constructor as typeof Sequential;
  return new construct(layers, { name: model.name, trainable: model.trainable });
}

function cloneFunctional(
  model: Model,
  { inputTensors, callFunction }: CloneModelOptions,
  copy: (operation: Operation) => Operation,
): Model {
  const { graph } = model;
  if (!graph) throw new Error('Only called for models with a graph.');
  const inputs = inputTensors ? expectInputs(model, inputTensors) : mapTree(graph.inputs, copyInput);
  const outputs = graph.evaluate(flatten(inputs), (node, call) => {
    const operation = copy(node.operation);
    return callFunction && operation instanceof Layer
      ? callFunction(operation, call.inputs as Tree<KerasTensor>, call.options)
      : operation.apply(call.inputs, call.options);
  }) as Tree<KerasTensor>;
  const construct = model.constructor as typeof Model;
  const ends = { inputs, outputs, name: model.name, trainable: model.trainable };
  const made = new construct(ends);
  // A class that makes its graph itself takes no other: then the copy is a plain model, as in Keras.
  return made.graph?.inputs === inputs ? made : new Model(ends);
}

function copyInput({ shape, dtype, name, history }: KerasTensor): KerasTensor {
  const { optional = false } = history?.operation instanceof InputLayer ? history.operation : {};
  return Input({ batchShape: shape, dtype: dtype as 'float32', name, optional });
}

/** The inputs in the form of the model's own. */
function expectInputs(model: Model, given: Tree<KerasTensor>): Tree<KerasTensor> {
  const own = model.graph?.inputs as Tree<KerasTensor>;
  const tensors = flatten(given);
  expectSymbolic(model, tensors);
  // One tensor and a list of one are the same to whoever gives them.
  if (formOf(given) !== formOf(own) && !(tensors.length === 1 && model.inputs.length === 1)) {
    throw badInputs(
      model,
      `${formOf(given)}`,
      `Give the form of the model's inputs, ${formOf(own)}, with a tensor for each *.`,
    );
  }
  for (const [i, { shape, name }] of model.inputs.entries()) {
    const received = (tensors[i] as KerasTensor).shape;
    if (shapesFit(received, shape)) continue;
    throw badInputs(
      model,
      `shape ${formatShape(received)} for '${name}'`,
      `Give a tensor of shape ${formatShape(shape)}.`,
    );
  }
  return packAs(own, tensors);
}

function expectSymbolic(model: Model, tensors: readonly unknown[]): void {
  if (tensors.every((tensor) => tensor instanceof KerasTensor)) return;
  throw badInputs(model, 'something else', 'Make inputs with `Input({ shape })`.');
}

function badInputs(model: Model, received: string, remedy: string): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: `${model.place}, cloneModel`,
    expected: '`inputTensors` must be symbolic tensors that fit the inputs of the model',
    received: inWords(received),
    remedy,
  });
}

function unsuited(model: Model, option: string, remedy: string): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: `${model.place}, cloneModel`,
    expected: `a model that \`${option}\` can be used with`,
    received: inWords(`a ${classNameOf(model)}`),
    remedy,
  });
}

function compiledLike(model: Model, copy: Model): Model {
  if (model.compiled) copy.compile(freshCompileOptions(model.compiledState.options, model.optimizer));
  return copy;
}

/** The classes of all layers in the model, so that those inside others are found though nobody registered them. */
function classesOf(model: Model): Record<string, object> {
  return Object.fromEntries(model.flattenLayers().map((layer) => [classNameOf(layer), layer.constructor]));
}
