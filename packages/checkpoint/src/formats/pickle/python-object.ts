import type { StoredArray } from '../stored-array';

/** A Python value without behaviour. Integers beyond ±(2^53 - 1) are BigInt; tuples and lists are both lists. */
export type PythonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | StoredArray
  | ObjectArray
  | PythonValue[];

/** An array of NumPy whose elements are Python objects, mostly lists of different lengths. Equal lists may be shared. */
export interface ObjectArray {
  dtype: 'object';
  shape: number[];
  data: PythonValue[];
}

// What a pickle builds on its way; none of it leaves the reader.

/** One of the few functions and classes that a pickle may name. */
export interface PythonGlobal {
  kind: 'global';
  name: 'reconstruct' | 'ndarray' | 'dtype' | 'encode';
}

/** `numpy.dtype`, before and after its state is set. */
export interface PythonDtype {
  kind: 'dtype';
  /** `i8` */
  code: string;
  /** `<`, `>`, `|` or `=`. */
  order: string;
}

/** `numpy.ndarray`, before its state is set. */
export interface PythonArray {
  kind: 'array';
  value: StoredArray | ObjectArray | undefined;
}

/** Everything that can lie on the stack. */
export type StackValue = PythonValue | PythonGlobal | PythonDtype | PythonArray | StackValue[];

export function isInternal(value: StackValue): value is PythonGlobal | PythonDtype | PythonArray {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
