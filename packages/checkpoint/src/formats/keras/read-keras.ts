import type { Model } from '@tenlab/layers';
import type { ByteSource } from '../../sources/byte-source';
import { fillWeights } from '../../weights/fill-weights';
import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { type Hdf5Group, openHdf5 } from '../hdf5/read/hdf5-file';
import { openZipDirectory } from '../zip/directory';
import { openZipEntry } from '../zip/entry';
import { buildModel, compileAsWritten } from './build-model';
import { matchWeightsH5 } from './match-weights-h5';
import { restoreOptimizer } from './optimizer-state';
import { parseConfig } from './parse-config';
import { numberedTensors } from './tensors-of-group';
import { restoreVocabularies } from './vocabularies';
import { fileStore } from './weight-store';

export interface ReadModelOptions {
  /** Classes by the name in the configuration, in front of those registered. */
  customObjects?: Readonly<Record<string, object>>;
  /** Whether the model is compiled as it was, its optimizer's state with it. */
  compile?: boolean;
}

/** A configuration is text: more than this is a trap. */
const mostConfig = 2 ** 26;

/** Reads a `.keras` file: a zip of configuration, weights and assets. Nothing of it is unpacked to disk. */
export async function readKeras(
  source: ByteSource,
  { customObjects = {}, compile = true }: ReadModelOptions = {},
): Promise<Model> {
  const { place } = source;
  const entries = await openZipDirectory(source);
  const readText = async (name: string) => {
    const entry = entries.get(name);
    const content = entry && (await openZipEntry(source, entry, mostConfig));
    return content && new TextDecoder().decode(await content.read(0, content.size));
  };
  const configText = await readText('config.json');
  if (configText === undefined) throw lacks(place, 'config.json', entries.keys());
  const config = parseConfig(configText, `${place}, entry 'config.json'`);
  const weights = entries.get('model.weights.h5');
  if (!weights) throw lacks(place, 'model.weights.h5', entries.keys());
  const root = await openHdf5(await openZipEntry(source, weights));
  const options = { place, customObjects, mostElements: await countElements(root) };
  const model = await buildModel(config, options);
  try {
    const { matches, extra } = await matchWeightsH5(fileStore(root, place), model);
    await fillWeights(matches, { place, problems: extra.map(notAsked), whole: false });
    await restoreVocabularies(model, readText);
    if (compile) {
      await compileAsWritten(model, config.compile_config, options);
      const state = model.compiled ? await numberedTensors(root, 'optimizer') : undefined;
      if (state) await restoreOptimizer(model, state, place);
    }
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** The elements of all arrays in a file, as far as their shapes tell. */
export async function countElements(root: Hdf5Group): Promise<number> {
  let sum = 0;
  for (const { shape } of (await root.datasets()).values()) sum += elementCount(shape ?? []) ?? 0;
  return sum;
}

/** What is said of a tensor that no weight asks for. */
export function notAsked(name: string): string {
  return `'${name}' is not in the model`;
}

function lacks(place: string, name: string, entries: Iterable<string>): Error {
  const names = [...entries].slice(0, 8).map(quoted).join(', ');
  return fileError(
    place,
    'invalid-file',
    `an entry ${quoted(name)}`,
    names === '' ? 'an empty archive' : names,
    'Save the model with Keras 3 or saveModel: model.save("model.keras").',
  );
}
