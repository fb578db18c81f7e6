import { inWords, TenlabError } from '@tenlab/core';
import { flatten, isRecord, type Tree } from '../../graph/tree';
import { type ArrayInput, ArraySource, isArrayInput } from './array-source';

/** One array, or a list or record of them for models with several inputs or outputs. */
export type DataInput = ArrayInput | readonly DataInput[] | { readonly [name: string]: DataInput };

/** All samples of a data set. */
export interface ArrayDataset {
  x: Tree<ArraySource>;
  y: Tree<ArraySource> | null;
  sampleWeight: Tree<ArraySource> | null;
  samples: number;
}

/**
 * Reads `x`, `y` and `sampleWeight`. `inputs` and `outputs` are the numbers of arrays the model takes, to tell a list of
 * arrays from an array of lists; undefined where not known. Throws when the numbers of samples differ.
 */
export function readDataset(
  place: string,
  data: { x: DataInput; y?: DataInput | null; sampleWeight?: DataInput | null },
  counts: { inputs?: number; outputs?: number },
): ArrayDataset {
  const x = readTree(place, 'x', data.x, counts.inputs);
  const y = data.y === undefined || data.y === null ? null : readTree(place, 'y', data.y, counts.outputs);
  const weight = data.sampleWeight;
  const sampleWeight =
    weight === undefined || weight === null ? null : readTree(place, 'sampleWeight', weight, undefined);
  if (sampleWeight) expectNumbers(place, 'sampleWeight', sampleWeight);
  const parts = { x, ...(y === null ? {} : { y }), ...(sampleWeight === null ? {} : { sampleWeight }) };
  const lengths = Object.entries(parts).flatMap(([name, tree]) =>
    flatten<ArraySource>(tree).map(({ length }) => ({ name, length })),
  );
  const samples = lengths[0]?.length as number;
  if (lengths.some(({ length }) => length !== samples)) {
    throw new TenlabError({
      code: 'invalid-data',
      place,
      expected: 'all arrays must have the same number of samples',
      received: inWords(lengths.map(({ name, length }) => `${length} in \`${name}\``).join(', ')),
      remedy: 'The first axis of each array counts the samples; make them equally long.',
    });
  }
  return { x, y, sampleWeight, samples };
}

function expectNumbers(place: string, name: string, tree: Tree<ArraySource>): void {
  if (flatten<ArraySource>(tree).every(({ dtype }) => dtype !== 'string')) return;
  throw new TenlabError({
    code: 'invalid-data',
    place,
    expected: `\`${name}\` must hold numbers`,
    received: inWords('texts'),
    remedy: 'Give one number per sample: how much it counts.',
  });
}

/** The same samples of all arrays. */
export function sliceDataset(dataset: ArrayDataset, start: number, end: number): ArrayDataset {
  const cut = (tree: Tree<ArraySource>): Tree<ArraySource> => {
    if (tree instanceof ArraySource) return tree.slice(start, end);
    if (Array.isArray(tree)) return tree.map(cut);
    return Object.fromEntries(Object.entries(tree).map(([name, branch]) => [name, cut(branch)]));
  };
  const { x, y, sampleWeight } = dataset;
  return { x: cut(x), y: y && cut(y), sampleWeight: sampleWeight && cut(sampleWeight), samples: end - start };
}

function readTree(place: string, name: string, value: DataInput, count: number | undefined): Tree<ArraySource> {
  if (Array.isArray(value) && ((count ?? 1) > 1 ? value.length === count : !isArrayInput(value))) {
    return (value as DataInput[]).map((branch, index) => readTree(place, `${name}[${index}]`, branch, undefined));
  }
  if (isArrayInput(value)) return ArraySource.from(place, name, value);
  if (isRecord(value)) {
    const branches = Object.entries(value as Record<string, DataInput>);
    return Object.fromEntries(
      branches.map(([key, branch]) => [key, readTree(place, `${name}.${key}`, branch, undefined)]),
    );
  }
  throw new TenlabError({
    code: 'invalid-data',
    place,
    expected: `\`${name}\` must be a tensor, an array, { data, shape }, or a list or record of these`,
    received: value,
    remedy: 'Convert it, for example { data: new Float32Array(values), shape: [samples, features] }.',
  });
}
