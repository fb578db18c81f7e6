import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { describeWithFixtures, fixtureFiles, readFixture } from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import type { StoredArray } from '../stored-array';
import type { BytesArray } from '../tensorflow/bytes-array';
import { TensorBundle } from './tensor-bundle';
import { encodeBundle } from './write-bundle';

async function again(tensors: Map<string, StoredArray | BytesArray>): Promise<TensorBundle> {
  const { index, data } = encodeBundle(tensors);
  const files = new Map([
    ['w.index', joinPieces(index)],
    ['w.data-00000-of-00001', joinPieces(data)],
  ]);
  return TensorBundle.open(memoryFiles(files, 'w'), 'w');
}

it('writes what TensorBundle reads, names sorted by their bytes', async () => {
  const tensors = new Map<string, StoredArray | BytesArray>([
    ['z', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }],
    ['é', { dtype: 'int64', shape: [], data: BigInt64Array.of(-5n) }],
    ['a', { dtype: 'string', shape: [2], data: ['x', 'é'] }],
    ['b', { dtype: 'bytes', shape: [1], data: [Uint8Array.of(0xff)] }],
    ['empty', { dtype: 'float32', shape: [0, 3], data: new Float32Array() }],
  ]);
  const bundle = await again(tensors);
  expect([...bundle.tensors.keys()]).toEqual(['a', 'b', 'empty', 'z', 'é']);
  for (const [name, array] of tensors) {
    expect(array.dtype === 'bytes' ? await bundle.readBytes(name) : await bundle.read(name)).toEqual(array);
  }
});

describeWithFixtures('encodeBundle', () => {
  it('writes the data that TensorFlow wrote, byte for byte', async () => {
    for (const name of ['many', 'tf1_saver-12']) {
      const bundle = await TensorBundle.open(fixtureFiles('bundles'), name);
      const tensors = new Map<string, StoredArray>();
      for (const tensor of bundle.tensors.keys()) tensors.set(tensor, await bundle.read(tensor));
      const { data } = encodeBundle(tensors);
      expect(Buffer.compare(joinPieces(data), readFixture(`bundles/${name}.data-00000-of-00001`))).toBe(0);
    }
  });
});
