import type { ArrayDtype } from '../stored-array';

// ONNX's numbers for types (TensorProto.DataType).

const byNumber: Readonly<Record<number, ArrayDtype>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  8: 'string',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  14: 'complex64',
  15: 'complex128',
  16: 'bfloat16',
  17: 'float8_e4m3fn',
  19: 'float8_e5m2',
};

const byName = new Map(Object.entries(byNumber).map(([number, dtype]) => [dtype, Number(number)]));

/** The type with one of ONNX's numbers; `undefined` for one that is not known here. */
export function dtypeFromOnnx(number: number): ArrayDtype | undefined {
  return byNumber[number];
}

/** ONNX's number for a type; every type of ours has one. */
export function dtypeToOnnx(dtype: ArrayDtype): number {
  return byName.get(dtype)!;
}
