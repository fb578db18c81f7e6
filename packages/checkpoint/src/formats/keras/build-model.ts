import { inWords, TenlabError } from '@tenlab/core';
import { compileFromConfig, type Model, modelFromJSON, withBlankWeights } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { inFile } from '../in-file';
import { modernConfig } from './keras2-config';
import { modernTraining } from './training-config';

export interface BuildOptions {
  /** How errors call the file. */
  place: string;
  /** Classes by the name in the configuration, in front of those registered. */
  customObjects: Readonly<Record<string, object>>;
  /** The most elements that all weights may have: as many as the file holds. */
  mostElements: number;
}

/** A little state may be in a model that no file holds. */
const spareElements = 1024;

/** Makes the model of a configuration, with weights that are zeros, to be filled from a file. */
export async function buildModel(
  config: Record<string, unknown>,
  { place, customObjects, mostElements }: BuildOptions,
): Promise<Model> {
  return readConfig(place, () => {
    const { compile_config: _compiled, ...uncompiled } = modernConfig(config);
    const make = () => modelFromJSON(uncompiled, { compile: false, customObjects });
    const model = withBlankWeights(mostElements + spareElements, make);
    if (model.flattenLayers().every(({ built }) => built)) return model;
    model.dispose();
    throw new TenlabError({
      code: 'not-built',
      place,
      expected: 'a configuration that tells the shape of the input',
      received: inWords('one without'),
      remedy: 'Build the model in code, call it on data once, and give it the weights with loadWeights.',
    });
  });
}

/** Compiles a model as it was, by Keras's `compile_config` or a legacy file's `training_config`. Nothing where it was not compiled. */
export async function compileAsWritten(
  model: Model,
  config: unknown,
  { place, customObjects }: BuildOptions,
): Promise<void> {
  if (typeof config !== 'object' || config === null) return;
  await readConfig(place, () => {
    const training = modernTraining(config as Record<string, unknown>);
    if (!training.optimizer) return;
    expectOptimizer(training.optimizer, place);
    compileFromConfig(model, training, { customObjects });
  });
}

/** What is no configuration would be taken for an optimizer as it is. */
function expectOptimizer(optimizer: unknown, place: string): void {
  const { class_name: name, config } = Object(optimizer) as { class_name?: unknown; config?: unknown };
  if (typeof optimizer === 'string' || (typeof name === 'string' && typeof config === 'object' && config)) return;
  throw new TenlabError({
    code: 'invalid-config',
    place,
    expected: 'the name of an optimizer, or { class_name, config }',
    received: optimizer,
    remedy: 'Write the file again, or read it with `compile: false`.',
  });
}

/** A configuration may hold anything where a layer looks for something: what falls over it tells that the file is to blame. */
async function readConfig<T>(place: string, run: () => T): Promise<T> {
  return inFile(place, () => {
    const { registeredVariables } = tf.engine();
    const before = new Set(Object.keys(registeredVariables));
    try {
      return run();
    } catch (cause) {
      // Nobody has a hold on what was made until then.
      for (const [name, variable] of Object.entries(registeredVariables)) if (!before.has(name)) variable.dispose();
      if (TenlabError.isInstance(cause)) throw cause;
      throw new TenlabError({
        code: 'invalid-config',
        place,
        expected: 'a configuration that its classes can read',
        received: inWords(cause instanceof Error ? `one that makes them fail: ${cause.message}` : String(cause)),
        remedy: 'Write the file again; if one of your own classes is named in it, see the cause of this error.',
        cause,
      });
    }
  });
}
