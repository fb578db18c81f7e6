import { bytesPerElement, type NumericDtype } from '../../stored-array';
import { aligned, ByteWriter } from './byte-writer';

/** A list of axes, as its message. */
export function dataspaceMessage(shape: readonly number[]): Uint8Array {
  const writer = new ByteWriter(8 + 8 * shape.length).u8(1, shape.length).seek(8);
  for (const length of shape) writer.u64(length);
  return writer.bytes;
}

/** The type of text of variable length: what lies in the elements is a length, an address and a number. */
export function textType(charset: 'ascii' | 'utf8'): Uint8Array {
  const bytes = new ByteWriter(8 + 12).u8(0x19, 1, charset === 'utf8' ? 1 : 0, 0).u32(16);
  return bytes.put(integerType(1, false)).bytes;
}

/** The type of an array's elements, as h5py writes it. bfloat16 and the small floats are opaque bytes there. */
export function elementType(dtype: NumericDtype): Uint8Array {
  const size = bytesPerElement[dtype];
  switch (dtype) {
    case 'float16':
      return floatType(size, 5, 10, 15);
    case 'float32':
      return floatType(size, 8, 23, 127);
    case 'float64':
      return floatType(size, 11, 52, 1023);
    case 'bool':
      return new ByteWriter(8 + 12 + 16 + 2)
        .u8(0x18, 2, 0, 0)
        .u32(1)
        .put(integerType(1, true))
        .text('FALSE\0\0\0TRUE\0\0\0\0')
        .u8(0, 1).bytes;
    case 'complex64':
    case 'complex128':
      return complexType(size);
    default:
      return isOpaque(dtype)
        ? new ByteWriter(8).u8(0x15, 0, 0, 0).u32(size).bytes
        : integerType(size, !dtype.startsWith('u'));
  }
}

/** Whether the elements are opaque in the file, so that an attribute has to tell what they are. */
export function isOpaque(dtype: NumericDtype): boolean {
  return dtype === 'bfloat16' || dtype.startsWith('float8');
}

function integerType(size: number, signed: boolean): Uint8Array {
  return new ByteWriter(12)
    .u8(0x10, signed ? 8 : 0, 0, 0)
    .u32(size)
    .u16(0)
    .u16(8 * size).bytes;
}

function floatType(size: number, exponent: number, mantissa: number, bias: number): Uint8Array {
  return new ByteWriter(20)
    .u8(0x11, 0x20, 8 * size - 1, 0)
    .u32(size)
    .u16(0)
    .u16(8 * size)
    .u8(mantissa, exponent, 0, mantissa)
    .u32(bias).bytes;
}

function complexType(size: number): Uint8Array {
  const part = elementType(size === 8 ? 'float32' : 'float64');
  const writer = new ByteWriter(8 + 2 * (40 + part.length)).u8(0x16, 2, 0, 0).u32(size);
  for (const [index, name] of ['r', 'i'].entries()) {
    const start = writer.at;
    writer.text(name).seek(start + aligned(2));
    writer.u32((index * size) / 2).seek(start + 40);
    writer.put(part);
  }
  return writer.bytes;
}
