import { TenlabError } from '@tenlab/core';
import { kerasJson, type Layer, losses, type Model, type Weight } from '@tenlab/layers';
import type { AttributeValue, GroupToWrite } from '../../hdf5/write/plan-hdf5';
import { isOpaque } from '../../hdf5/write/types';
import type { NumericDtype } from '../../stored-array';
import { legacyWeights } from '../legacy-groups';
import { vocabulariesOf } from '../vocabularies';
import { datasetOfVariable, datasetOfWeight, fileDtype } from './dataset-of-weight';
import { GroupBuilder } from './group-builder';
import { kerasVersion } from './keras-version';

type Config = Record<string, unknown>;

/** Keras splits longer lists over several attributes. */
const mostNames = 4000;

/** A whole model as one HDF5 file, as `model.save('model.h5')` writes it: configuration, weights by layer, and the optimizer. */
export function legacyModelTree(model: Model): GroupToWrite {
  expectNoVocabulary(model);
  const builder = new GroupBuilder();
  const { attributes } = builder.root;
  const { class_name, config, module, registered_name } = JSON.parse(model.toJSON()) as Config;
  attributes.set('keras_version', kerasVersion);
  attributes.set('backend', 'tensorflow');
  attributes.set('model_config', kerasJson({ module, class_name, config, registered_name }));
  if (model.compiled) attributes.set('training_config', kerasJson(trainingConfig(model)));
  addWeights(builder, 'model_weights', model);
  if (model.compiled) {
    const { variables } = model.optimizer;
    const names = uniqueNames(variables);
    setNames(builder.group('optimizer_weights').attributes, 'weight_names', names);
    for (const [index, variable] of variables.entries()) {
      builder.add(`optimizer_weights/${names[index]}`, datasetOfVariable(variable));
    }
  }
  return builder.root;
}

/** The weights of a model as Keras 2 writes them alone, which Keras 3 still reads. */
export function legacyWeightsTree(model: Model): GroupToWrite {
  const builder = new GroupBuilder();
  addWeights(builder, '', model);
  return builder.root;
}

function addWeights(builder: GroupBuilder, at: string, model: Model): void {
  const { attributes } = builder.group(at);
  const owners = new Map(model.flattenLayers().flatMap((layer) => layer.ownWeights.map((weight) => [weight, layer])));
  setNames(
    attributes,
    'layer_names',
    model.layers.map(({ name }) => name),
  );
  attributes.set('backend', 'tensorflow');
  attributes.set('keras_version', kerasVersion);
  const add = (name: string, weights: readonly Weight[]) => {
    const path = at === '' ? name : `${at}/${name}`;
    const names = uniqueNames(weights);
    setNames(builder.group(path).attributes, 'weight_names', names);
    for (const [index, weight] of weights.entries()) {
      builder.add(
        `${path}/${names[index]}`,
        datasetOfWeight(weight, readableDtype(fileDtype(weight, owners.get(weight) as Layer))),
      );
    }
  };
  for (const layer of model.layers) add(layer.name, legacyWeights(layer));
  add('top_level_model_weights', model.ownWeights);
}

/** A vocabulary that was learned is in no configuration and no weight: such a file would lose it. */
function expectNoVocabulary(model: Model): void {
  const [first] = vocabulariesOf(model);
  if (first === undefined) return;
  throw new TenlabError({
    code: 'unsupported-format',
    place: `Model '${model.name}'`,
    expected: 'a model without a vocabulary that was learned, which an `.h5` has no place for',
    received: first[0],
    remedy: 'Save it as `.keras`, or give the layer its `vocabulary` when you make it.',
  });
}

/** Two weights of one layer may have one path, in models within models. */
function uniqueNames(weights: readonly Weight[]): string[] {
  const used = new Set<string>();
  return weights.map(({ path }) => {
    let name = path;
    for (let turn = 2; used.has(name); turn++) name = `${path}_${turn}`;
    used.add(name);
    return name;
  });
}

function setNames(attributes: Map<string, AttributeValue>, name: string, names: readonly string[]): void {
  if (names.length <= mostNames) {
    attributes.set(name, names);
    return;
  }
  for (let part = 0; part * mostNames < names.length; part++) {
    attributes.set(`${name}${part}`, names.slice(part * mostNames, (part + 1) * mostNames));
  }
}

/** How the model was compiled. Losses are written out: Keras 3 cannot read back their short names in such a file. */
function trainingConfig(model: Model): Config {
  const { optimizer, loss, ...rest } = JSON.parse(JSON.stringify(model.getCompileConfig())) as Config;
  const { class_name, config } = optimizer as Config;
  return { loss: writtenOut(loss), ...rest, optimizer_config: { class_name, config } };
}

function writtenOut(loss: unknown): unknown {
  if (typeof loss === 'string') {
    const { constructor: kind } = losses.getLoss(loss);
    const object = losses.getLoss(loss);
    return {
      module: 'keras.losses',
      class_name: (kind as unknown as { className: string }).className,
      config: object.getConfig(),
      registered_name: null,
    };
  }
  if (Array.isArray(loss)) return loss.map(writtenOut);
  if (typeof loss !== 'object' || loss === null || 'class_name' in loss) return loss;
  return Object.fromEntries(Object.entries(loss).map(([key, entry]) => [key, writtenOut(entry)]));
}

/** Keras writes bfloat16 as bytes, and cannot read them in such a file; as float32 nothing is lost. */
function readableDtype(dtype: NumericDtype): NumericDtype {
  return isOpaque(dtype) ? 'float32' : dtype;
}
