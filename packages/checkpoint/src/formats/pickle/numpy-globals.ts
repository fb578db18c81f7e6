import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { parseElementType } from '../npy/element-type';
import { readElements } from '../npy/read-elements';
import { isInternal, type PythonArray, type PythonGlobal, type StackValue } from './python-object';

const allowed: Readonly<Record<string, PythonGlobal['name']>> = {
  'numpy.core.multiarray _reconstruct': 'reconstruct',
  'numpy._core.multiarray _reconstruct': 'reconstruct',
  'numpy ndarray': 'ndarray',
  'numpy dtype': 'dtype',
  '_codecs encode': 'encode',
};

/** Finds what a pickle names. All but the five names of NumPy's arrays are refused: a pickle can call any function of Python. */
export function findGlobal(module: string, name: string, place: string): PythonGlobal {
  const key = `${module} ${name}`;
  if (Object.hasOwn(allowed, key)) return { kind: 'global', name: allowed[key]! };
  throw fileError(
    place,
    'unsupported-file',
    "a pickle that names nothing but NumPy's arrays",
    quoted(`${module}.${name}`),
    'A pickle can run code when Python opens it: do not, unless you trust where it comes from. Nothing of it was run here.',
  );
}

/** Carries out one of the allowed calls. */
export function callGlobal(called: StackValue, args: StackValue, place: string): StackValue {
  const list = Array.isArray(args) ? args : [];
  if (isInternal(called) && called.kind === 'global') {
    const [first, second] = list;
    // _reconstruct(ndarray, (0,), b'b')
    if (called.name === 'reconstruct' && isGlobal(first, 'ndarray')) return { kind: 'array', value: undefined };
    if (called.name === 'dtype' && typeof first === 'string') return { kind: 'dtype', code: first, order: '|' };
    // Protocols before 3 have no bytes: they carry them as text.
    if (called.name === 'encode' && typeof first === 'string' && /^latin[-_]?1$/.test(String(second))) {
      return Uint8Array.from(first, (character) => character.charCodeAt(0));
    }
  }
  throw fileError(place, 'invalid-file', 'a call that makes an array, a dtype or bytes', 'another one');
}

/** Sets the state of an array or a dtype. */
export function buildObject(object: StackValue, state: StackValue, place: string): StackValue {
  if (isInternal(object) && Array.isArray(state)) {
    if (object.kind === 'dtype') {
      // (version, byte order, subarray, names, fields, …)
      if (state[3] !== null && state[3] !== undefined) {
        throw fileError(place, 'unsupported-file', 'arrays of plain elements', 'records', 'Save each field by itself.');
      }
      if (typeof state[1] === 'string') return Object.assign(object, { order: state[1] });
    }
    if (object.kind === 'array') return Object.assign(object, { value: buildArray(state, place) });
  }
  throw fileError(place, 'invalid-file', 'the state of an array or a dtype', 'another one');
}

/** (version, shape, dtype, is it column-major, data) */
function buildArray([, shape, dtype, fortranOrder, data]: StackValue[], place: string): PythonArray['value'] {
  const count = Array.isArray(shape) ? elementCount(shape) : undefined;
  if (count === undefined || dtype === undefined || !isInternal(dtype) || dtype.kind !== 'dtype') {
    throw fileError(place, 'invalid-file', "an array's shape and dtype", 'something else');
  }
  const where = `${place}, array in the pickle`;
  if (/^O\d*$/.test(dtype.code)) {
    if (!Array.isArray(data) || data.length !== count) {
      const held = Array.isArray(data) ? `${data.length}` : 'something else';
      throw fileError(where, 'invalid-file', `a list of ${count} elements`, held);
    }
    if (fortranOrder === true && (shape as number[]).length > 1) {
      throw fileError(
        where,
        'unsupported-file',
        'objects in row-major order',
        'column-major order',
        'Save a copy of it.',
      );
    }
    return { dtype: 'object', shape: shape as number[], data: data as never[] };
  }
  const elements = parseElementType(`${dtype.order}${dtype.code}`, where);
  if (!(data instanceof Uint8Array)) throw fileError(where, 'invalid-file', 'its data as bytes', 'something else');
  return readElements(data, { elements, shape: shape as number[], count, fortranOrder: fortranOrder === true }, where);
}

function isGlobal(value: StackValue | undefined, name: PythonGlobal['name']): boolean {
  return value !== undefined && isInternal(value) && value.kind === 'global' && value.name === name;
}
