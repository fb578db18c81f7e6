import { fileError } from '../file-error';
import type { StoredArray } from '../stored-array';
import { isInternal, type ObjectArray, type PythonValue, type StackValue } from './python-object';

/** Lists within lists, at most. */
const deepest = 32;
/** A list may stand at several places; written out, all together may be so many times as long as the pickle. */
const mostRepeated = 16;

/**
 * Throws unless an array holds plain values only: no list that holds itself, and none that stands in so many places that whoever walks
 * them never ends. Objects that hold an array become that array.
 */
export function expectPlain(
  array: StoredArray | ObjectArray,
  length: number,
  place: string,
): StoredArray | ObjectArray {
  if (array.dtype !== 'object') return array;
  const sizes = new Map<StackValue, number>();
  const open = new Set<StackValue>();
  sizeOf(array.data, 0);
  return array;

  /** How many values there are when every list is written out. */
  function sizeOf(value: StackValue, depth: number): number {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
    if (isInternal(value)) throw refuse('plain values', 'a function or class of Python');
    if (!Array.isArray(value)) return value.dtype === 'object' ? sizeOf(value.data as StackValue, depth + 1) : 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) throw refuse('lists that end', 'a list that holds itself');
    if (depth > deepest) throw refuse(`at most ${deepest} lists within lists`, 'more');
    open.add(value);
    let size = 1;
    for (const [index, item] of value.entries()) {
      const plain = unwrapped(item);
      if (plain !== item) (value as PythonValue[])[index] = plain as PythonValue;
      size += sizeOf(plain, depth + 1);
      if (size > mostRepeated * length + 1000) {
        throw refuse(
          `at most ${mostRepeated * length + 1000} values for ${length} bytes`,
          'lists repeated far more often',
        );
      }
    }
    open.delete(value);
    sizes.set(value, size);
    return size;
  }

  function refuse(expected: string, received: string) {
    return fileError(
      place,
      'unsupported-file',
      `a pickle of ${expected}`,
      received,
      'Save the data from Python as plain arrays.',
    );
  }
}

function unwrapped(value: StackValue): StackValue {
  return typeof value === 'object' && value !== null && isInternal(value) && value.kind === 'array' && value.value
    ? value.value
    : value;
}
