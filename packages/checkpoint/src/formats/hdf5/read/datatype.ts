import { fileError } from '../../file-error';
import { bytesPerElement, type NumericDtype } from '../../stored-array';
import type { Fields } from './fields';

/** How the elements of a dataset or attribute lie in the file. */
export type Datatype =
  | { kind: 'number'; dtype: NumericDtype; size: number; bigEndian: boolean }
  | { kind: 'text'; size: number; padding: 'null' | 'space' }
  | { kind: 'variable-text'; size: number }
  | { kind: 'opaque'; size: number }
  | { kind: 'other'; size: number; what: string };

const classes = ['integer', 'float', 'time', 'string', 'bit field', 'opaque', 'compound', 'reference'];

/** Reads a datatype message. Types that no weights have are told by name and refused when their values are asked for. */
export function readDatatype(fields: Fields, depth = 0): Datatype {
  if (depth > 8) fields.fail('a type of at most 8 levels', 'more');
  const first = fields.u8();
  const [class_, version] = [first & 15, first >> 4];
  if (version < 1 || version > 5) fields.fail('a datatype of version 1 to 5', `${version}`);
  const bits = fields.uint(3);
  const size = fields.u32();
  const bigEndian = (bits & 1) !== 0;
  switch (class_) {
    case 0:
      return integer(fields, size, bigEndian, (bits & 8) !== 0);
    case 1:
      return float(fields, size, bigEndian);
    case 3:
      return { kind: 'text', size, padding: (bits & 15) === 2 ? 'space' : 'null' };
    case 5:
      return { kind: 'opaque', size };
    case 6:
      return complex(fields, version, size, bits & 0xffff, depth);
    case 8:
      return boolean(fields, version, size, bits & 0xffff, depth);
    case 9: {
      if ((bits & 15) === 1) return { kind: 'variable-text', size };
      const base = readDatatype(fields, depth + 1);
      const isText = base.kind === 'text' && base.size === 1;
      return isText ? { kind: 'variable-text', size } : { kind: 'other', size, what: 'lists of variable length' };
    }
    default:
      return { kind: 'other', size, what: classes[class_] ?? (class_ === 10 ? 'arrays' : `class ${class_}`) };
  }
}

/** Throws for a type whose values cannot be had. */
export function unsupportedType(place: string, type: Datatype): Error {
  const what = type.kind === 'other' ? type.what : type.kind === 'opaque' ? `opaque, ${type.size} bytes` : type.kind;
  return fileError(
    place,
    'unsupported-file',
    'numbers or text',
    `elements of type ${what}`,
    'Write the values as plain numbers.',
  );
}

function integer(fields: Fields, size: number, bigEndian: boolean, signed: boolean): Datatype {
  const [offset, precision] = [fields.u16(), fields.u16()];
  const dtype = `${signed ? '' : 'u'}int${size * 8}`;
  const plain = offset === 0 && precision === size * 8 && dtype in bytesPerElement;
  return plain
    ? { kind: 'number', dtype: dtype as NumericDtype, size, bigEndian }
    : { kind: 'other', size, what: `integers of ${precision} bits in ${size} bytes` };
}

/** The floats there are, by bytes, bits of exponent and bits of mantissa. */
const floats: Readonly<Record<string, NumericDtype>> = {
  '1,4,3': 'float8_e4m3fn',
  '1,5,2': 'float8_e5m2',
  '2,5,10': 'float16',
  '2,8,7': 'bfloat16',
  '4,8,23': 'float32',
  '8,11,52': 'float64',
};

function float(fields: Fields, size: number, bigEndian: boolean): Datatype {
  fields.skip(5);
  const exponent = fields.u8();
  fields.skip(1);
  const mantissa = fields.u8();
  fields.skip(4);
  const dtype = floats[`${size},${exponent},${mantissa}`];
  return dtype
    ? { kind: 'number', dtype, size, bigEndian }
    : { kind: 'other', size, what: `floats with ${exponent} bits of exponent and ${mantissa} of mantissa` };
}

/** h5py writes complex numbers as records of two floats, `r` and `i`. */
function complex(fields: Fields, version: number, size: number, count: number, depth: number): Datatype {
  const other: Datatype = { kind: 'other', size, what: 'records' };
  if (count !== 2) return other;
  const members: Datatype[] = [];
  for (const wanted of ['r', 'i']) {
    if (readName(fields, version < 3) !== wanted) return other;
    fields.skip(version < 3 ? 4 : byteWidth(size));
    if (version === 1) fields.skip(28);
    members.push(readDatatype(fields, depth + 1));
  }
  const [real, imaginary] = members as [Datatype, Datatype];
  if (real.kind !== 'number' || imaginary.kind !== 'number' || real.dtype !== imaginary.dtype) return other;
  const dtype = { float32: 'complex64', float64: 'complex128' }[real.dtype as 'float32'] as NumericDtype | undefined;
  return dtype && size === 2 * real.size ? { kind: 'number', dtype, size, bigEndian: real.bigEndian } : other;
}

/** h5py writes truth values as an enumeration of bytes, FALSE and TRUE. */
function boolean(fields: Fields, version: number, size: number, count: number, depth: number): Datatype {
  const base = readDatatype(fields, depth + 1);
  if (count !== 2 || size !== 1) return base;
  const names = [readName(fields, version < 3), readName(fields, version < 3)];
  const isBool = names.join() === 'FALSE,TRUE' && fields.u8() === 0 && fields.u8() === 1;
  return isBool ? { kind: 'number', dtype: 'bool', size, bigEndian: false } : base;
}

function readName(fields: Fields, padded: boolean): string {
  const start = fields.at;
  let name = '';
  for (let code = fields.u8(); code !== 0; code = fields.u8()) name += String.fromCharCode(code);
  if (padded) fields.align(start);
  return name;
}

/** The bytes that hold any number up to this. */
function byteWidth(most: number): number {
  return most < 0x100 ? 1 : most < 0x10000 ? 2 : most < 0x1000000 ? 3 : 4;
}
