import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { readTfjsModel } from './read-tfjs';

const files = (weights: object[], bins: Record<string, number[]>, paths = Object.keys(bins)) =>
  memoryFiles(
    new Map([
      ['model.json', new TextEncoder().encode(JSON.stringify({ weightsManifest: [{ paths, weights }] }))],
      ...Object.entries(bins).map(([name, bytes]) => [name, Uint8Array.from(bytes)] as const),
    ]),
    'files',
  );

describe('readTfjsModel', () => {
  it('reads weights that go on from one file to the next', async () => {
    const set = files(
      [
        { name: 'a', dtype: 'float32', shape: [1] },
        { name: 'b', dtype: 'int32', shape: [1] },
      ],
      { 'x.bin': [0, 0], 'y.bin': [0x80, 0x3f, 7, 0], 'z.bin': [0, 0] },
    );
    const { tensors, config } = await readTfjsModel(set, 'model.json');
    expect(config).toBeUndefined();
    expect([...tensors]).toEqual([
      ['a', { dtype: 'float32', shape: [1], data: Float32Array.of(1) }],
      ['b', { dtype: 'int32', shape: [1], data: Int32Array.of(7) }],
    ]);
  });

  it('makes float32 of what was quantized', async () => {
    const quantized = (quantization: object) => ({ name: 'a', dtype: 'float32', shape: [2], quantization });
    const read = async (quantization: object, bytes: number[]) =>
      (await readTfjsModel(files([quantized(quantization)], { 'x.bin': bytes }), 'model.json')).tensors.get('a')?.data;
    expect(await read({ dtype: 'uint8', scale: 0.5, min: -1 }, [0, 4])).toEqual(Float32Array.of(-1, 1));
    expect(await read({ dtype: 'uint16', scale: 2, min: 0 }, [1, 0, 0, 1])).toEqual(Float32Array.of(2, 512));
    expect(await read({ dtype: 'float16' }, [0, 0x3c, 0, 0xc0])).toEqual(Float32Array.of(1, -2));
  });

  it('refuses files that are too short, too long, missing or elsewhere', async () => {
    const read = (bins: Record<string, number[]>, paths?: string[]) =>
      readTfjsModel(files([{ name: 'a', dtype: 'uint8', shape: [2] }], bins, paths), 'model.json');
    await expect(read({ x: [1] })).rejects.toMatchObject({ code: 'truncated-file' });
    await expect(read({ x: [1, 2, 3] })).rejects.toThrow('2 bytes of weights in x. Received: 3');
    await expect(read({}, ['y'])).rejects.toMatchObject({ code: 'file-missing' });
    await expect(read({}, ['../y'])).rejects.toThrow('without a folder');
  });

  it('refuses JSON of another kind', async () => {
    const set = memoryFiles(new Map([['model.json', new TextEncoder().encode('{}')]]), 'files');
    await expect(readTfjsModel(set, 'model.json')).rejects.toThrow('a model.json of TF.js');
  });
});
