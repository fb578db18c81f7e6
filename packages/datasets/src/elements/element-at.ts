import { TenlabError } from '@tenlab/core';
import type { ArrayData, TypedArray } from '@tenlab/layers';

/** Examples along the first axis: numbers with their shape, a flat array of numbers, or a list of anything. */
export type ArrayLike1 = ArrayData | TypedArray | readonly unknown[];

/** How many examples there are. Throws for what is no array, and for a shape that the numbers do not fill. */
export function lengthOf(part: ArrayLike1): number {
  if (Array.isArray(part) || ArrayBuffer.isView(part)) return (part as { length: number }).length;
  const { data, shape } = (part ?? {}) as Partial<ArrayData>;
  const size = shape?.reduce((product, length) => product * length, 1);
  if (data !== undefined && shape !== undefined && shape.length > 0 && size === data.length) return shape[0]!;
  throw new TenlabError({
    code: 'invalid-data',
    place: 'Dataset.fromArrays',
    expected: 'an array, a list, or { data, shape } with as many numbers as the shape says',
    received: part,
    remedy: 'Convert it, for example { data: new Float32Array(values), shape: [examples, features] }.',
  });
}

/** One example: a number of a flat array, an item of a list, or `{ data, shape }` that shares the array's memory. */
export function elementAt(part: ArrayLike1, index: number): unknown {
  if (Array.isArray(part) || ArrayBuffer.isView(part)) return (part as ArrayLike<unknown>)[index];
  const { data, shape } = part as ArrayData;
  if (shape.length === 1) return data[index];
  const elementShape = shape.slice(1);
  const size = elementShape.reduce((product, length) => product * length, 1);
  const [start, end] = [index * size, (index + 1) * size];
  return { data: ArrayBuffer.isView(data) ? data.subarray(start, end) : data.slice(start, end), shape: elementShape };
}
