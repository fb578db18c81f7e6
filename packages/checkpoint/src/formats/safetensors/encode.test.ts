import { describe, expect, it } from 'vitest';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { collectPieces } from '../../write-pieces';
import type { StoredArray } from '../stored-array';
import { decodeSafetensors } from './decode';
import { encodeSafetensors, safetensorsStream } from './encode';

const ones: StoredArray = { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) };

describe('encodeSafetensors', () => {
  it('gives back what it was given', () => {
    const tensors = new Map<string, StoredArray>([
      ['__proto__', ones],
      ['b', { dtype: 'bool', shape: [3], data: Uint8Array.of(0, 1, 1) }],
      ['empty', { dtype: 'int32', shape: [0, 4], data: new Int32Array() }],
      ['scalar', { dtype: 'int64', shape: [], data: BigInt64Array.of(-5n) }],
    ]);
    const read = decodeSafetensors(encodeSafetensors(tensors, new Map([['__proto__', 'é "quoted"']])));
    expect(new Map([...read.tensors].sort())).toEqual(tensors);
    expect([...read.metadata]).toEqual([['__proto__', 'é "quoted"']]);
  });

  it('writes the same bytes whatever the order, data from a multiple of 8', () => {
    const one = encodeSafetensors(new Map([['a', ones] as const, ['b', ones] as const]));
    expect(encodeSafetensors(new Map([['b', ones] as const, ['a', ones] as const]))).toEqual(one);
    expect(new DataView(one.buffer).getBigUint64(0, true) % 8n).toBe(0n);
  });

  it('refuses what the format cannot hold', () => {
    expect(() => encodeSafetensors(new Map([['t', { dtype: 'string', shape: [1], data: ['a'] }]]))).toThrow(
      "Tensor 't': a type out of",
    );
    expect(() => encodeSafetensors(new Map([['__metadata__', ones]]))).toThrow(
      'a name that the format does not reserve',
    );
    expect(() => encodeSafetensors(new Map([['w', { ...ones, shape: [3] }]]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Tensor 'w': data for shape [3] of float32. Received: '8 bytes'. Give a shape whose product is the number of elements.]`,
    );
  });
});

describeWithFixtures('encodeSafetensors beside the original', () => {
  it.each(['arrays/zoo.safetensors', 'models/iris_mlp/keras3/model.safetensors'])(
    'writes the tensors of %s as the same bytes of data',
    (path) => {
      const bytes = readFixture(path);
      const { tensors, metadata } = decodeSafetensors(bytes);
      const written = encodeSafetensors(tensors, metadata);
      const data = (file: Uint8Array) =>
        Buffer.from(file.subarray(8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))));
      expect(data(written).equals(data(bytes))).toBe(true);
    },
  );
});

describe('safetensorsStream', () => {
  const bytes = new Uint8Array(ones.data.buffer as ArrayBuffer);

  it('writes the same file of tensors that are read in their turn', async () => {
    const tensors = new Map([['w', { dtype: 'float32' as const, shape: [2], read: async () => bytes }]]);
    const metadata = new Map([['a', 'b']]);
    const file = await collectPieces(safetensorsStream(tensors, metadata));
    expect(file).toEqual(encodeSafetensors(new Map([['w', ones]]), metadata));
  });

  it('refuses elements of another number than the shape has', async () => {
    const tensors = new Map([['w', { dtype: 'float32' as const, shape: [3], read: async () => bytes }]]);
    await expect(collectPieces(safetensorsStream(tensors, new Map()))).rejects.toThrow(
      "Tensor 'w': data for shape [3] of float32. Received: '8 bytes'.",
    );
  });
});
