import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { StoredArray } from './formats/stored-array';
import { openTensors } from './open-tensors';
import { saveTensors } from './save-tensors';
import { describeWithFixtures, fixturePath } from './testing/fixtures';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-tensors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tensors = new Map<string, StoredArray>([
  ['a', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }],
  ['b', { dtype: 'int64', shape: [], data: BigInt64Array.of(5n) }],
]);

describe('openTensors', () => {
  it.each([
    ['x.safetensors', 'safetensors'],
    ['x.npz', 'npz'],
    ['x.ckpt', 'tf-checkpoint'],
  ])('opens what saveTensors writes: %s', async (name, format) => {
    await saveTensors(tensors, join(folder, name));
    const file = await openTensors(join(folder, name));
    expect(file.format).toBe(format);
    for (const [tensor, array] of tensors) expect(await file.read(tensor)).toEqual(array);
    expect(file.tensors.get('a')).toMatchObject({ dtype: 'float32', shape: [2] });
    await expect(file.read('c')).rejects.toThrow("a tensor named 'c'");
    await file.close();
  });

  it('refuses what holds no tensors, and a name it does not know', async () => {
    writeFileSync(join(folder, 'x.txt'), 'only text here');
    await expect(openTensors(join(folder, 'x.txt'))).rejects.toThrow("a file that begins with 'only text'");
    writeFileSync(join(folder, 'x.json'), '{}');
    await expect(openTensors(join(folder, 'x.json'))).rejects.toThrow('JSON of another kind');
    await expect(openTensors(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describeWithFixtures('openTensors on files of the real tools', () => {
  it.each([
    ['models/iris_mlp/keras3/model.keras', 'keras'],
    ['models/iris_mlp/keras3/model.weights.h5', 'hdf5'],
    ['models/iris_mlp/keras3/model.onnx', 'onnx'],
    ['models/iris_mlp/keras3/saved_model', 'tf-checkpoint'],
    ['arrays/model.safetensors.index.json', 'safetensors-index'],
    ['arrays/fortran.npy', 'npy'],
  ])('opens %s', async (path, format) => {
    const file = await openTensors(fixturePath(path));
    expect(file.format).toBe(format);
    for (const name of file.tensors.keys()) {
      const { dtype, shape } = await file.read(name);
      expect({ dtype, shape }).toMatchObject({
        shape: file.tensors.get(name)!.shape,
        dtype: file.tensors.get(name)!.dtype,
      });
    }
    expect(file.tensors.size).toBeGreaterThan(0);
    await file.close();
  });
});
