import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { readAllTensors } from '../../weights/file-tensor';
import { openZipDirectory } from '../zip/directory';
import { encodeNpz } from './encode';
import { openNpz } from './open';
import { readNpz } from './read';

async function open(bytes: Uint8Array) {
  const source = bytesSource(bytes, 'a.npz');
  return openNpz(source, await openZipDirectory(source));
}

describe('openNpz', () => {
  const arrays = new Map([
    ['b', { dtype: 'float32' as const, shape: [2, 1], data: Float32Array.of(1, 2) }],
    ['a', { dtype: 'int64' as const, shape: [], data: BigInt64Array.of(7n) }],
  ]);

  it('knows types and shapes, and the order of the file', async () => {
    const { tensors, order } = await open(encodeNpz(arrays));
    expect(order).toEqual(['b', 'a']);
    expect(tensors.get('b')).toMatchObject({ dtype: 'float32', shape: [2, 1] });
    expect(await tensors.get('a')!.read()).toEqual(arrays.get('a'));
  });

  it('refuses a flipped bit before any array is read', async () => {
    const bytes = encodeNpz(arrays);
    bytes[bytes.indexOf(0x3f, 60)]! ^= 1;
    await expect(open(bytes)).rejects.toMatchObject({ name: 'TenlabError' });
    await expect(open(zipSync({ 'a.npy': new Uint8Array(3) }))).rejects.toThrow("a.npz, entry 'a.npy'");
  });
});

describeWithFixtures('openNpz on files of NumPy', () => {
  it.each(['arrays/zoo.npz', 'arrays/zoo_compressed.npz', 'arrays/mnist.npz'])(
    'reads %s as readNpz does',
    async (path) => {
      const bytes = readFixture(path);
      expect(await readAllTensors(await open(bytes))).toEqual(readNpz(bytes));
    },
  );
});
