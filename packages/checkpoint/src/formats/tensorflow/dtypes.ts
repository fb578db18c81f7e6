import type { ArrayDtype } from '../stored-array';

// TensorFlow's numbers for types, as they stand in checkpoints, events and graphs (tensorflow/core/framework/types.proto).

const byNumber: Readonly<Record<number, ArrayDtype>> = {
  1: 'float32',
  2: 'float64',
  3: 'int32',
  4: 'uint8',
  5: 'int16',
  6: 'int8',
  7: 'string',
  8: 'complex64',
  9: 'int64',
  10: 'bool',
  14: 'bfloat16',
  17: 'uint16',
  18: 'complex128',
  19: 'float16',
  22: 'uint32',
  23: 'uint64',
  24: 'float8_e5m2',
  25: 'float8_e4m3fn',
};

const byName = new Map(Object.entries(byNumber).map(([number, dtype]) => [dtype, Number(number)]));

/** The type with one of TensorFlow's numbers; `undefined` for one that is not known here. */
export function dtypeFromTensorFlow(number: number): ArrayDtype | undefined {
  return byNumber[number];
}

/** TensorFlow's number for a type; every type of ours has one. */
export function dtypeToTensorFlow(dtype: ArrayDtype): number {
  return byName.get(dtype)!;
}
