import type { NumericDtype } from '../stored-array';

/** The format's names of element types. Its order is that of the real writer, which puts wide types first. */
const names = {
  U64: 'uint64',
  I64: 'int64',
  F64: 'float64',
  C64: 'complex64',
  F32: 'float32',
  U32: 'uint32',
  I32: 'int32',
  BF16: 'bfloat16',
  F16: 'float16',
  U16: 'uint16',
  I16: 'int16',
  F8_E4M3: 'float8_e4m3fn',
  F8_E5M2: 'float8_e5m2',
  I8: 'int8',
  U8: 'uint8',
  BOOL: 'bool',
} as const satisfies Record<string, NumericDtype>;

/** All names, as an error shows them. */
export const safetensorsDtypes: readonly string[] = Object.keys(names);

/** The element type a file's name stands for, or undefined. */
export function dtypeFromSafetensors(name: unknown): NumericDtype | undefined {
  return typeof name === 'string' && Object.hasOwn(names, name) ? names[name as keyof typeof names] : undefined;
}

/** The file's name of an element type, or undefined for complex128 and text, which the format does not have. */
export function dtypeToSafetensors(dtype: string): string | undefined {
  return safetensorsDtypes.find((name) => dtypeFromSafetensors(name) === dtype);
}
