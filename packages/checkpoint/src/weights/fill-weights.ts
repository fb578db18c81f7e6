import type { Weight } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import type { StoredArray } from '../formats/stored-array';
import { toNumbers } from '../formats/stored-array';
import type { FileTensor } from './file-tensor';
import { weightsMismatch } from './weights-mismatch';

/** A weight and the tensor of a file that belongs to it; without one it is missing. */
export interface WeightMatch {
  /** How errors and reports call the weight. */
  label: string;
  weight: Weight;
  tensor: FileTensor | undefined;
}

export interface FillOptions {
  /** How errors call the file. */
  place: string;
  /** What else is wrong, to be told in the same error. */
  problems?: readonly string[];
  /** Whether all elements are looked at before the first weight changes, so that a file that breaks off leaves the model as it was. Default true. */
  whole?: boolean;
  /** As many bytes may be kept until all are looked at; beyond, what was looked at is read once more. Default 2^26. */
  mostKept?: number;
}

/** Gives weights the values of their tensors. Every mismatch is found by the shapes, and told in one error, before the first is set. */
export async function fillWeights(
  matches: readonly WeightMatch[],
  { place, problems = [], whole = true, mostKept = 2 ** 26 }: FillOptions,
): Promise<void> {
  const found = [...matches.flatMap((match) => problemOf(match) ?? []), ...problems];
  if (found.length > 0) throw weightsMismatch(found, matches.length, place);
  const waiting = new Map<WeightMatch, tf.TypedArray>();
  let room = mostKept;
  for (const match of whole ? matches : []) {
    const values = await valuesOf(match, matches.length, place);
    // A file of gigabytes shall not be in memory beside the model it fills.
    if (values.byteLength > room) continue;
    room -= values.byteLength;
    waiting.set(match, values);
  }
  for (const match of matches) {
    assign(match.weight, waiting.get(match) ?? (await valuesOf(match, matches.length, place)));
    waiting.delete(match);
  }
}

/** What keeps a tensor from being a weight's value, in words; undefined where nothing does. */
export function problemOf({ label, weight, tensor }: WeightMatch): string | undefined {
  if (tensor === undefined) return `'${label}' is not in the file`;
  const called = tensor.name === label ? `'${label}'` : `'${label}' ('${tensor.name}' in the file)`;
  if (tensor.shape?.join() !== weight.shape.join() || tensor.shape === null) {
    return `${called} has shape [${weight.shape}], in the file [${tensor.shape ?? 'nothing'}]`;
  }
  return fits(tensor.dtype, weight.dtype) ? undefined : `${called} is ${weight.dtype}, in the file ${tensor.dtype}`;
}

function fits(from: string, to: tf.DataType): boolean {
  if (from === to) return true;
  if (to === 'float32') return /float/.test(from);
  return to === 'int32' && /^u?int/.test(from);
}

async function valuesOf({ label, weight, tensor }: WeightMatch, count: number, place: string): Promise<tf.TypedArray> {
  const array = await tensor!.read();
  const values = convertElements(array, weight.dtype);
  if (values !== undefined) return values;
  const problem = `'${label}' is ${weight.dtype}, in the file ${array.dtype}, with values that do not fit`;
  throw weightsMismatch([problem], count, place);
}

/** The values as a weight of this type holds them; undefined where the types do not go together. Floats of any width become float32. */
export function convertElements(array: StoredArray, dtype: tf.DataType): tf.TypedArray | undefined {
  if (array.dtype === dtype) return array.data as tf.TypedArray;
  if (dtype === 'float32' && /float/.test(array.dtype)) return Float32Array.from(toNumbers(array));
  if (dtype === 'int32' && /^u?int/.test(array.dtype)) {
    const numbers = toNumbers(array);
    const integers = Int32Array.from(numbers);
    // A number that does not fit would come out as another: then the types do not go together.
    return integers.every((value, index) => value === numbers[index]) ? integers : undefined;
  }
  return undefined;
}

function assign(weight: Weight, values: tf.TypedArray): void {
  tf.tidy(() => weight.assign(tf.tensor(values, weight.shape, weight.dtype)));
}
