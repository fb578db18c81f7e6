import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';
import { dtypeToOnnx } from './dtypes';
import { readOnnxTensor, valuesOfOnnxTensor } from './read-tensor';

type Dtype = Parameters<typeof dtypeToOnnx>[0];

const start = (dtype: Dtype, shape: (number | bigint)[]) =>
  new WireWriter().packedInt64s(1, shape).number(2, dtypeToOnnx(dtype)).string(8, 'w');
const pair = (key: string, value: string) => new WireWriter().string(1, key).string(2, value);
const read = (writer: WireWriter, files?: ReturnType<typeof memoryFiles>) =>
  valuesOfOnnxTensor(readOnnxTensor(new WireReader(writer.toBytes(), 'a.onnx'), 'a.onnx'), files);

describe('tensors of ONNX', () => {
  it('are read from bytes and from values one by one', async () => {
    expect(await read(start('int16', [2]).bytes(9, Uint8Array.of(1, 0, 2, 0)))).toMatchObject({
      data: Int16Array.of(1, 2),
    });
    expect(await read(start('float32', [1]).packedFloats(4, [1.5]))).toMatchObject({ data: Float32Array.of(1.5) });
    expect(await read(start('int8', [1]).packedInt64s(5, [-3]))).toMatchObject({ data: Int8Array.of(-3) });
    expect(await read(start('int64', [1]).packedInt64s(7, [-(2n ** 63n)]))).toMatchObject({
      data: BigInt64Array.of(-(2n ** 63n)),
    });
    expect(await read(start('float64', []).packedDoubles(10, [2]))).toMatchObject({ data: Float64Array.of(2) });
    expect(await read(start('string', [1]).string(6, 'é'))).toMatchObject({ data: ['é'] });
  });

  it('are read from a file beside the model, and from no other', async () => {
    const files = memoryFiles(new Map([['w.bin', Uint8Array.of(9, 9, 7, 8)]]), 'upload');
    const external = (location: string) =>
      start('uint8', [2]).message(13, pair('location', location)).message(13, pair('offset', '2')).number(14, 1);
    expect(await read(external('./w.bin'), files)).toMatchObject({ data: Uint8Array.of(7, 8) });
    await expect(read(external('../w.bin'), files)).rejects.toThrow("a.onnx, tensor 'w'");
    await expect(read(external('w.bin'))).rejects.toThrow("values in the file 'w.bin'");
  });

  it('refuse bytes that do not fit, before taking memory', async () => {
    await expect(read(start('float32', [2n ** 50n]).bytes(9, new Uint8Array(8)))).rejects.toThrow(
      '4503599627370496 bytes for shape [1125899906842624] of float32. Received: 8',
    );
    await expect(read(start('int32', [2 ** 40]))).rejects.toThrow('1099511627776 values. Received: 0');
    expect(() => readOnnxTensor(new WireReader(start('int32', [-1]).toBytes(), 'a'), 'a')).toThrow('[-1]');
  });
});
