import type { Model } from '@tenlab/layers';
import { fillWeights } from '../../weights/fill-weights';
import { fileError } from '../file-error';
import { Hdf5Group } from '../hdf5/read/hdf5-file';
import { buildModel, compileAsWritten } from './build-model';
import { matchLegacy, namedTensors } from './legacy-groups';
import { restoreOptimizer } from './optimizer-state';
import { parseConfig } from './parse-config';
import { countElements, type ReadModelOptions } from './read-keras';

/** Reads a whole model out of an HDF5 file, as `model.save('model.h5')` wrote it in Keras 2 and still does in Keras 3. */
export async function readLegacyH5(
  root: Hdf5Group,
  place: string,
  { customObjects = {}, compile = true }: ReadModelOptions = {},
): Promise<Model> {
  const text = await jsonAttribute(root, 'model_config', place);
  if (text === undefined) {
    throw fileError(
      place,
      'invalid-file',
      'a whole model, with its configuration in the attribute `model_config`',
      'weights only',
      'Build the model in code and give it the weights with loadWeights.',
    );
  }
  const config = parseConfig(text, `${place}, attribute 'model_config'`);
  const options = { place, customObjects, mostElements: await countElements(root) };
  const model = await buildModel(config, options);
  try {
    const { matches, problems } = await matchLegacy(await root.group('model_weights'), model, place);
    await fillWeights(matches, { place, problems, whole: false });
    const training = compile ? await jsonAttribute(root, 'training_config', place) : undefined;
    if (training !== undefined) {
      await compileAsWritten(model, parseConfig(training, `${place}, attribute 'training_config'`), options);
      const state = await root.get('optimizer_weights');
      if (model.compiled && state instanceof Hdf5Group) {
        await restoreOptimizer(model, await namedTensors(state, place), place);
      }
    }
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}

async function jsonAttribute(root: Hdf5Group, name: string, place: string): Promise<string | undefined> {
  const value = await root.attribute(name);
  if (value === undefined) return undefined;
  if (value.dtype === 'string' && value.data.length === 1) return value.data[0];
  throw fileError(place, 'invalid-file', `text as attribute '${name}'`, `${value.dtype} of shape [${value.shape}]`);
}
