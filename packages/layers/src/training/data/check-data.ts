import { inWords, TenlabError } from '@tenlab/core';
import { flatten, type Tree } from '../../graph/tree';
import type { ArraySource } from './array-source';

/** Throws when a sample holds NaN, naming the first. Only values on the host are looked at. */
export function expectNoNaN(place: string, name: string, tree: Tree<ArraySource>): void {
  for (const source of flatten(tree)) {
    const { values } = source;
    if (!(values instanceof Float32Array || values instanceof Float64Array)) continue;
    const index = values.findIndex(Number.isNaN);
    if (index < 0) continue;
    const perSample = values.length / source.length;
    throw new TenlabError({
      code: 'nan-in-data',
      place,
      expected: `\`${name}\` must hold numbers only`,
      received: inWords(`NaN in sample ${Math.floor(index / perSample)}, element ${index % perSample}`),
      remedy: 'Drop or fill in missing values before training.',
    });
  }
}

/** Throws when a class label is not a whole number from 0 to `classes - 1`, naming the first. */
export function expectLabels(place: string, name: string, values: ArrayLike<number | string>, classes: number): void {
  for (let index = 0; index < values.length; index++) {
    const label = values[index] as number;
    if (label >= 0 && label < classes && Number.isInteger(label)) continue;
    throw new TenlabError({
      code: 'label-out-of-range',
      place,
      expected: `labels in \`${name}\` must be whole numbers from 0 to ${classes - 1}, as the model has ${classes} outputs`,
      received: inWords(`${label} at index ${index}`),
      remedy: `Number the classes from 0, or give the last layer as many units as there are classes.`,
    });
  }
}

/** Throws when a target of a cross-entropy is not a probability, naming the first: its loss would have no end. */
export function expectProbabilities(place: string, name: string, values: ArrayLike<number>): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    // What is computed in float32 may be off by a little.
    if (value > -1e-4 && value < 1.0001) continue;
    throw new TenlabError({
      code: 'label-out-of-range',
      place,
      expected: `the targets in \`${name}\` must be from 0 to 1 for a cross-entropy`,
      received: inWords(`${value} at index ${index}`),
      remedy:
        'Make labels 0 and 1, or one-hot; for class numbers use sparse_categorical_crossentropy; scale bytes by 1 / 255.',
    });
  }
}
