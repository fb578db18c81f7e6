import { inWords, TenlabError } from '@tenlab/core';
import type { Model } from '@tenlab/layers';
import { detectFormat } from './formats/detect-format';
import { elementCount } from './formats/element-count';
import { openHdf5 } from './formats/hdf5/read/hdf5-file';
import { buildModel, compileAsWritten } from './formats/keras/build-model';
import { modernConfig } from './formats/keras/keras2-config';
import { parseConfig } from './formats/keras/parse-config';
import { type ReadModelOptions, readKeras } from './formats/keras/read-keras';
import { readLegacyH5 } from './formats/keras/read-legacy-h5';
import { openSafetensors } from './formats/safetensors/open';
import { openTfjsModel } from './formats/tfjs/read-tfjs';
import type { ByteSource } from './sources/byte-source';
import { folderFiles } from './sources/file-set';
import { type FileInput, openSource } from './sources/open-source';
import { assignWeights } from './weights/assign-weights';
import type { NamedTensors } from './weights/file-tensor';

export interface LoadModelOptions extends ReadModelOptions {}

/**
 * Makes the model that is in a file: `.keras` of Keras 3, whole-model `.h5` of Keras 2 and 3, `.safetensors` of ours, or TF.js's
 * `model.json` with the files beside it (Node).
 *
 * The model has its weights, and is compiled as it was: with its loss, metrics and optimizer, whose state goes on where it was.
 * `source` is a path (Node), the bytes of a file, or a Blob or File. What kind of file it is, its contents tell, not its name.
 * No code in the file is ever run. Throws a {@link TenlabError} for a damaged file, one without a configuration, one that names
 * classes which are not known (pass yours as `customObjects`), and weights that do not fit it.
 *
 * @example
 * const model = await loadModel('digits.keras');
 * await model.evaluate(test.x, test.y);
 */
export async function loadModel(source: FileInput, options: LoadModelOptions = {}): Promise<Model> {
  const file = await openSource('loadModel', source);
  try {
    switch (await detectFormat(file)) {
      case 'zip':
        return await readKeras(file, options);
      case 'hdf5':
        return await readLegacyH5(await openHdf5(file), file.place, options);
      case 'json':
        return await readTfjs(file, options);
      case 'other':
        return await readSafetensorsModel(file, options);
    }
  } finally {
    await file.close();
  }
}

/** TF.js's model.json, with its weights in the files beside it. */
async function readTfjs(file: ByteSource, options: LoadModelOptions): Promise<Model> {
  const { place } = file;
  const { dirname, basename } = process.getBuiltinModule?.('node:path') ?? {};
  const text = new TextDecoder().decode(await file.read(0, file.size));
  if (dirname === undefined || basename === undefined || !text.includes('"weightsManifest"')) throw jsonAlone(place);
  const { config, ...named } = await openTfjsModel(folderFiles(dirname(place)), basename(place));
  try {
    if (config === undefined) throw jsonAlone(place);
    return (await makeModel(config, named, place, options)).model;
  } finally {
    await named.close();
  }
}

function jsonAlone(place: string): TenlabError {
  return new TenlabError({
    code: 'unsupported-file',
    place,
    expected: "a file with configuration and weights, such as TF.js's model.json with the files beside it",
    received: inWords('JSON alone'),
    remedy: 'Make the model with modelFromJSON and give it weights with loadWeights.',
  });
}

async function readSafetensorsModel(file: ByteSource, options: LoadModelOptions): Promise<Model> {
  const { place } = file;
  const { named, metadata } = await openSafetensors(file);
  if (metadata.modelConfig === undefined) {
    throw new TenlabError({
      code: 'no-configuration',
      place,
      expected: 'a file with the configuration of a model, as saveModel writes it',
      received: inWords('weights only'),
      remedy: 'Build the model in code and give it the weights with loadWeights.',
    });
  }
  const config = parseConfig(metadata.modelConfig, `${place}, metadata 'model_config'`);
  const { model, names } = await makeModel(config, named, place, options);
  // Made from its configuration, a model's weights lack its name in front: they get the paths they had.
  for (const [index, weight] of model.weights.entries()) weight.path = names[index]!.replace(/#\d+$/, '');
  return model;
}

/** Makes the model of a configuration, with the tensors of a file as its weights; `names` are theirs in the order of the weights. */
async function makeModel(
  config: Record<string, unknown>,
  named: NamedTensors,
  place: string,
  { customObjects = {}, compile = true }: LoadModelOptions,
): Promise<{ model: Model; names: string[] }> {
  const mostElements = [...named.tensors.values()].reduce(
    (sum, { shape }) => sum + (elementCount(shape ?? []) ?? 0),
    0,
  );
  const options = { place, customObjects, mostElements };
  const model = await buildModel(config, options);
  try {
    const { names } = await assignWeights(model, named, { place, whole: false });
    if (compile) await compileAsWritten(model, modernConfig(config).compile_config, options);
    return { model, names };
  } catch (error) {
    model.dispose();
    throw error;
  }
}
