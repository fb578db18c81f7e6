import { inWords, TenlabError } from '@tenlab/core';
import { formatShape, type Shape, shapesFit } from '../graph/shape';
import { flatten, isRecord, type Tree } from '../graph/tree';
import type { Trainer } from '../models/trainer';
import type { ArraySource } from './data/array-source';
import type { ArrayDataset } from './data/read-data';

/**
 * Throws when samples to validate on do not fit the model, or their targets are not like those trained on: their turn would
 * only come after an epoch of training. A model without a graph judges for itself then.
 */
export function expectValidationFits(
  place: string,
  model: Trainer,
  given: ArrayDataset,
  trained: ArrayDataset | null,
): void {
  const inputs = model.graph?.flatInputs ?? [];
  const sources = isRecord(given.x)
    ? inputs.map(({ name }) => (given.x as Record<string, ArraySource>)[name])
    : flatten<ArraySource>(given.x);
  for (const [index, { shape, name }] of inputs.entries()) {
    const source = sources[index];
    if (source) expectShape(place, `input '${name}'`, source, shape.slice(1));
  }
  if (!given.y || !trained?.y) return;
  const targets = flatten<ArraySource>(trained.y as Tree<ArraySource>);
  for (const [index, source] of flatten<ArraySource>(given.y).entries()) {
    const like = targets[index]?.sampleShape ?? source.sampleShape;
    // Sequences may be of another length; the number of axes is the same.
    const wanted = trim(like).length === trim(source.sampleShape).length ? source.sampleShape : like;
    expectShape(place, '`y`', source, [...wanted]);
  }
}

function expectShape(place: string, what: string, source: ArraySource, wanted: Shape): void {
  if (shapesFit(trim(source.sampleShape), trim(wanted))) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place,
    expected: `${what} must have shape ${formatShape([null, ...wanted])}, as in training`,
    received: inWords(`shape ${formatShape([source.length, ...source.sampleShape])}`),
    remedy: 'Prepare both data sets in the same way.',
  });
}

/** A last axis of length 1 may be left out. */
function trim(shape: readonly (number | null)[]): Shape {
  return shape.at(-1) === 1 ? shape.slice(0, -1) : [...shape];
}
