import { inWords, TenlabError } from '@tenlab/core';
import { flatten, isRecord, type Tree } from '../graph/tree';
import { Embedding } from '../layers/core/embedding';
import type { Trainer } from '../models/trainer';
import { classNameOf } from '../registry/class-name';
import type { ArraySource } from './data/array-source';

/**
 * Throws when an input that goes straight into an `Embedding` holds an id that it has no vector for, naming the first. A backend
 * would tell of it in the midst of a step, and could not say whose it was. Only values on the host are looked at.
 */
export function expectIdsFit(place: string, model: Trainer, x: Tree<ArraySource>): void {
  for (const { layer, input } of embeddingsOf(model, x)) {
    const values = input?.values;
    if (!values) continue;
    const at = (values as readonly number[]).findIndex((id) => !(id > -1 && id < layer.inputDim));
    if (at < 0) continue;
    throw new TenlabError({
      code: 'id-out-of-range',
      place: `${place}, ${layer.place}`,
      expected: `ids must be whole numbers from 0 to ${layer.inputDim - 1}`,
      received: inWords(`${values[at]} in sample ${Math.floor(at / (values.length / input.length))}`),
      remedy: 'Give the layer an `inputDim` of one more than the largest id, or map rare ids to one.',
    });
  }
}

interface FedEmbedding {
  layer: Embedding;
  input: ArraySource | undefined;
}

/** The embeddings that inputs go straight into. A stack that is not built yet has no graph, but its first layer is known. */
function embeddingsOf(model: Trainer, x: Tree<ArraySource>): FedEmbedding[] {
  const { graph } = model;
  if (!graph) {
    const [first] = classNameOf(model) === 'Sequential' ? model.subLayers : [];
    return first instanceof Embedding ? [{ layer: first, input: flatten<ArraySource>(x)[0] }] : [];
  }
  const inputs = isRecord(x)
    ? graph.flatInputs.map(({ name }) => (x as Record<string, ArraySource>)[name])
    : flatten<ArraySource>(x);
  return graph.nodes.flatMap(({ operation, inputs: [tensor] }) => {
    const index = tensor ? graph.flatInputs.indexOf(tensor) : -1;
    return operation instanceof Embedding && index >= 0 ? [{ layer: operation, input: inputs[index] }] : [];
  });
}
