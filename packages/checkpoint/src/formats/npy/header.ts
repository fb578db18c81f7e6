import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { type ElementType, parseElementType } from './element-type';
import { type PythonLiteral, PythonSyntaxError, parsePythonLiteral } from './python-literal';

/** What a `.npy` file says about its data, checked. */
export interface NpyHeader {
  elements: ElementType;
  shape: number[];
  /** Number of elements. */
  count: number;
  /** Column-major: the first index runs fastest. */
  fortranOrder: boolean;
  /** Where the data begins. */
  dataStart: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const keys = ['descr', 'fortran_order', 'shape'];

/** Reads the header of a `.npy` file, versions 1.0 to 3.0. Throws a {@link TenlabError} naming what is wrong. */
export function readNpyHeader(bytes: Uint8Array, place: string): NpyHeader {
  if (magic.some((byte, index) => bytes[index] !== byte)) {
    const start = bytes.length === 0 ? 'an empty file' : `bytes ${hex(bytes.subarray(0, 6))}`;
    throw fileError(place, 'invalid-file', `a .npy file, which begins with ${hex(magic)} ('\\x93NUMPY')`, start);
  }
  const [major, minor] = [bytes[6], bytes[7]];
  if (major === undefined || minor === undefined || major < 1 || major > 3 || minor !== 0) {
    throw fileError(
      place,
      'unsupported-file',
      'version 1.0, 2.0 or 3.0 of the .npy format',
      `version ${major}.${minor}`,
    );
  }
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) throw tooShort('a header length', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > bytes.length - start) throw tooShort(`a header of ${length} bytes`, bytes.length - start);
  const text = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(start, start + length));
  return { ...understand(text, place), dataStart: start + length };

  function tooShort(expected: string, received: number) {
    return fileError(place, 'truncated-file', expected, `${received} bytes until the end of the file`);
  }
}

function understand(text: string, place: string): Omit<NpyHeader, 'dataStart'> {
  const fields = parse(text, place);
  const names = [...fields.keys()].sort();
  if (names.join() !== keys.join()) {
    throw fileError(
      place,
      'invalid-file',
      `a header with the keys ${keys.join(', ')}`,
      names.map(quoted).join(', ') || 'none',
    );
  }
  const shape = fields.get('shape');
  const count = Array.isArray(shape) ? elementCount(shape) : undefined;
  if (count === undefined) {
    throw fileError(
      place,
      'invalid-file',
      'a `shape` of whole numbers from 0 whose product is below 2^53',
      Array.isArray(shape) ? `(${shape.join(', ')})` : quoted(String(shape)),
    );
  }
  const fortranOrder = fields.get('fortran_order');
  if (typeof fortranOrder !== 'boolean') {
    throw fileError(place, 'invalid-file', '`fortran_order` True or False', quoted(String(fortranOrder)));
  }
  return { elements: parseElementType(fields.get('descr'), place), shape: shape as number[], count, fortranOrder };
}

function parse(text: string, place: string): Map<string, PythonLiteral> {
  const expected = 'a header that is a Python dictionary of plain values';
  try {
    const value = parsePythonLiteral(text);
    if (value instanceof Map) return value;
    throw fileError(place, 'invalid-file', expected, quoted(text));
  } catch (error) {
    if (error instanceof PythonSyntaxError) throw fileError(place, 'invalid-file', expected, error.message);
    throw error;
  }
}

function hex(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
