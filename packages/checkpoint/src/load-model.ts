import { inWords, TenlabError } from '@tenlab/core';
import { type Model, modelFromJSON } from '@tenlab/layers';
import { decodeSafetensors } from './formats/safetensors/decode';
import { readSource } from './load-weights';
import { assignWeights } from './weights/assign-weights';
import { readMetadata } from './weights/file-metadata';

/**
 * Makes the model that {@link saveModel} wrote. `source` is a path (Node) or the bytes of a file.
 *
 * Throws a {@link TenlabError} for a file without a configuration, one that names classes which are not known, and weights that do
 * not fit it.
 *
 * @example
 * const model = await loadModel('digits.safetensors');
 * await model.evaluate(test.x, test.y);
 */
export async function loadModel(source: string | Uint8Array): Promise<Model> {
  const { bytes, place } = await readSource('loadModel', source);
  const { tensors, metadata } = decodeSafetensors(bytes, place);
  const { order, modelConfig } = readMetadata(metadata, place);
  if (modelConfig === undefined) {
    throw new TenlabError({
      code: 'no-configuration',
      place,
      expected: 'a file with the configuration of a model, as saveModel writes it',
      received: inWords('weights only'),
      remedy: 'Build the model in code and give it the weights with loadWeights.',
    });
  }
  const model = modelFromJSON(modelConfig);
  try {
    const { names } = assignWeights(model, tensors, order, place);
    // Made from its configuration, a model's weights lack its name in front: they get the paths they had.
    for (const [index, weight] of model.weights.entries()) weight.path = names[index]!.replace(/#\d+$/, '');
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
