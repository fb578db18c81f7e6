import { describe, expect, it } from 'vitest';
import { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import type { StoredArray } from '../stored-array';
import { dtypeToTensorFlow } from './dtypes';
import { readTensorProto, writeTensorProto } from './tensor-proto';
import { writeTensorShape } from './tensor-shape';

const read = (writer: WireWriter) => readTensorProto(new WireReader(writer.toBytes(), 'a'), 'a');

/** A tensor's type and shape, for values to be added to. */
const start = (dtype: StoredArray['dtype'], shape: number[]) =>
  new WireWriter().number(1, dtypeToTensorFlow(dtype)).message(2, writeTensorShape(shape));

describe('TensorProto', () => {
  it.each<StoredArray>([
    { dtype: 'float32', shape: [2], data: Float32Array.of(1.5, -2) },
    { dtype: 'int64', shape: [1, 1], data: BigInt64Array.of(-(2n ** 63n)) },
    { dtype: 'complex64', shape: [], data: Float32Array.of(1, 2) },
    { dtype: 'bfloat16', shape: [1], data: Uint16Array.of(0x3f80) },
    { dtype: 'bool', shape: [0], data: new Uint8Array() },
  ])('reads what it wrote: $dtype', (array) => {
    expect(read(writeTensorProto(array))).toEqual(array);
  });

  it('reads values one by one, in any of their fields', () => {
    expect(read(start('float32', [2]).packedFloats(5, [1, 2]))).toMatchObject({ data: Float32Array.of(1, 2) });
    expect(read(start('float64', []).double(6, 3))).toMatchObject({ data: Float64Array.of(3) });
    expect(read(start('int32', [2]).packedInt64s(7, [-1, 5]))).toMatchObject({ data: Int32Array.of(-1, 5) });
    expect(read(start('int64', [1]).packedInt64s(10, [-5n]))).toMatchObject({ data: BigInt64Array.of(-5n) });
    expect(read(start('bool', [2]).packedInt64s(11, [1, 0]))).toMatchObject({ data: Uint8Array.of(1, 0) });
    expect(read(start('float16', [1]).packedInt64s(13, [0x3c00]))).toMatchObject({ data: Uint16Array.of(0x3c00) });
    expect(read(start('complex64', [1]).packedFloats(9, [1, 2]))).toMatchObject({ data: Float32Array.of(1, 2) });
  });

  it('repeats the last value, as TensorFlow does, but makes nothing large of something small', () => {
    expect(read(start('float32', [4]).packedFloats(5, [1, 2]))).toMatchObject({ data: Float32Array.of(1, 2, 2, 2) });
    expect(read(start('int32', [2]))).toMatchObject({ data: Int32Array.of(0, 0) });
    expect(() => read(start('float32', [2 ** 40]).packedFloats(5, [1]))).toThrow('1099511627776 values. Received: 1');
  });

  it('keeps bytes that are no text', () => {
    expect(read(writeTensorProto({ dtype: 'bytes', shape: [1], data: [Uint8Array.of(0xff)] }))).toEqual({
      dtype: 'bytes',
      shape: [1],
      data: [Uint8Array.of(0xff)],
    });
    expect(read(writeTensorProto({ dtype: 'string', shape: [], data: ['é'] }))).toMatchObject({
      data: [Uint8Array.of(0xc3, 0xa9)],
    });
  });

  it('refuses values that do not fit the shape, sizes below 0 and unknown types', () => {
    expect(() => read(start('float32', [3]).bytes(4, new Uint8Array(8)))).toThrow('12 bytes (3 elements of float32)');
    expect(() => read(start('int32', [-1]))).toThrow('a shape of sizes from 0. Received: [-1]');
    expect(() => read(new WireWriter().number(1, 20))).toThrow('type 20 of TensorFlow');
  });
});
