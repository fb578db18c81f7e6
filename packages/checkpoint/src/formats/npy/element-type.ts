import { fileError, quoted } from '../file-error';
import { bytesPerElement, type NumericDtype } from '../stored-array';
import type { PythonLiteral } from './python-literal';

/** How one element lies in a `.npy` file. */
export type ElementType =
  | { kind: 'number'; dtype: NumericDtype; size: number; bigEndian: boolean }
  | { kind: 'unicode'; size: number; bigEndian: boolean }
  | { kind: 'bytes'; size: number }
  /** Python objects, in a pickle. */
  | { kind: 'object'; size: 0 };

const numericTypes: Readonly<Record<string, NumericDtype>> = {
  b1: 'bool',
  i1: 'int8',
  u1: 'uint8',
  i2: 'int16',
  u2: 'uint16',
  i4: 'int32',
  u4: 'uint32',
  i8: 'int64',
  u8: 'uint64',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  c8: 'complex64',
  c16: 'complex128',
};

/** Understands a header's `descr`, for example `<f4` or `|S2`. Throws for records and types not known here, by name. */
export function parseElementType(descr: PythonLiteral | undefined, place: string): ElementType {
  if (Array.isArray(descr)) {
    throw unsupported(
      'an array of plain elements',
      'records (a structured array)',
      'Save each field as an array of its own.',
    );
  }
  const parts = typeof descr === 'string' ? /^([<>|=])([a-zA-Z])(\d{0,9})$/.exec(descr) : null;
  const [order, letter, digits] = [parts?.[1] ?? '', parts?.[2] ?? '', parts?.[3] ?? ''];
  if (letter === 'O') return { kind: 'object', size: 0 };
  // '=' means the order of the machine that wrote it; every machine this runs on is little-endian.
  const bigEndian = order === '>';
  const dtype = Object.hasOwn(numericTypes, letter + digits) ? numericTypes[letter + digits] : undefined;
  if (dtype !== undefined) return { kind: 'number', dtype, size: bytesPerElement[dtype], bigEndian };
  if (letter === 'U') return { kind: 'unicode', size: 4 * Number(digits), bigEndian };
  if (letter === 'S' || (letter === 'a' && digits !== '')) return { kind: 'bytes', size: Number(digits) };
  throw unsupported(
    "an element type out of b1, i1 to i8, u1 to u8, f2 to f8, c8, c16, U and S, for example '<f4'",
    descr === undefined ? 'no type' : quoted(String(descr)),
    'Save the array from Python as one of these types.',
  );

  function unsupported(expected: string, received: string, remedy: string) {
    return fileError(place, 'unsupported-file', expected, received, remedy);
  }
}
