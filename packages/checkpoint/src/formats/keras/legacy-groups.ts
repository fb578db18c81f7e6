import type { Layer, Model, Weight } from '@tenlab/layers';
import type { FileTensor } from '../../weights/file-tensor';
import type { WeightMatch } from '../../weights/fill-weights';
import { fileError, quoted } from '../file-error';
import { Hdf5Dataset, type Hdf5Group } from '../hdf5/read/hdf5-file';
import { tensorOfDataset } from './tensors-of-group';

/** A list of names in an attribute; long ones are split over `name0`, `name1`, … Undefined without any. */
export async function namesIn(group: Hdf5Group, attribute: string): Promise<string[] | undefined> {
  const whole = await textList(group, attribute);
  if (whole) return whole;
  const parts: string[] = [];
  for (let index = 0; ; index++) {
    const part = await textList(group, `${attribute}${index}`);
    if (!part) return index === 0 ? undefined : parts;
    parts.push(...part);
  }
}

async function textList(group: Hdf5Group, attribute: string): Promise<string[] | undefined> {
  const value = await group.attribute(attribute);
  if (value === undefined) return undefined;
  // An empty list has no type of its own: NumPy makes numbers of it.
  if (value.dtype === 'string') return value.data;
  return value.data.length === 0 ? [] : undefined;
}

/** The tensors that a group's `weight_names` names, in that order. Throws for a name that leads nowhere. */
export async function namedTensors(group: Hdf5Group, place: string): Promise<FileTensor[]> {
  const names = (await namesIn(group, 'weight_names')) ?? [];
  const tensors: FileTensor[] = [];
  for (const name of names) {
    const dataset = await group.get(name);
    if (!(dataset instanceof Hdf5Dataset)) {
      const where = group.path === '' ? 'the file' : quoted(group.path);
      throw fileError(place, 'invalid-file', `an array ${quoted(name)} in ${where}`, 'none, though it is listed there');
    }
    tensors.push(tensorOfDataset(dataset));
  }
  return tensors;
}

/** What a legacy file has for a model. */
export interface LegacyMatches {
  matches: WeightMatch[];
  problems: string[];
}

/**
 * Finds a model's tensors as Keras 2 did: layer by layer in the model's order, of those that have weights. `group` is
 * `model_weights` of a whole model, or the root of a file of weights alone.
 */
export async function matchLegacy(group: Hdf5Group, model: Model, place: string): Promise<LegacyMatches> {
  const layerNames = await namesIn(group, 'layer_names');
  if (!layerNames) {
    throw fileError(place, 'invalid-file', 'an attribute `layer_names`, as Keras writes it', 'none');
  }
  const stored: { name: string; tensors: FileTensor[] }[] = [];
  for (const name of layerNames) {
    const tensors = await namedTensors(await group.group(name), place);
    if (tensors.length > 0) stored.push({ name, tensors });
  }
  const top = await group.get('top_level_model_weights');
  const ownTensors = top && 'names' in top ? await namedTensors(top, place) : [];
  const layers = layersWithWeights(model);
  const matches: WeightMatch[] = [];
  const problems: string[] = [];
  for (const [index, layer] of layers.entries()) {
    const wanted = legacyWeights(layer);
    const { name, tensors } = stored[index] ?? { name: undefined, tensors: [] };
    if (name !== undefined && tensors.length !== wanted.length) {
      problems.push(`'${layer.name}' has ${wanted.length} weights, in the file ('${name}') ${tensors.length}`);
      continue;
    }
    for (const [place_, weight] of wanted.entries()) {
      matches.push({ label: weight.path, weight, tensor: tensors[place_] });
    }
  }
  for (const { name } of stored.slice(layers.length)) problems.push(`layer '${name}' is not in the model`);
  for (const [index, weight] of model.ownWeights.entries()) {
    matches.push({ label: weight.path, weight, tensor: ownTensors[index] });
  }
  return { matches, problems };
}

/** The layers of a model that have weights, in its order. */
export function layersWithWeights(model: Model): Layer[] {
  return model.layers.filter((layer) => layer.weights.length > 0);
}

/** The weights of a layer as legacy files list them: what trains first. */
export function legacyWeights(layer: Layer): Weight[] {
  return [...layer.trainableWeights, ...layer.nonTrainableWeights];
}
