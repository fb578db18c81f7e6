import { expect, it } from 'vitest';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { readZipDirectory } from '../zip/directory';
import { readZipEntry } from '../zip/entry';
import { encodeNpy } from './encode';
import { readNpyObjects } from './read-objects';

it('reads plain arrays as readNpy does', () => {
  const array = { dtype: 'float32' as const, shape: [1], data: Float32Array.of(1) };
  expect(readNpyObjects(encodeNpy(array))).toEqual(array);
});

describeWithFixtures('readNpyObjects', () => {
  it('reads lists, and refuses a header of another shape', () => {
    const zip = readFixture('arrays/imdb.npz');
    const npy = readZipEntry(zip, readZipDirectory(zip, 'a').get('x_train.npy')!, 'a').slice();
    expect(readNpyObjects(npy)).toMatchObject({ dtype: 'object', shape: [25] });
    const at = Buffer.from(npy).indexOf('(25,)');
    npy[at + 1] = 0x33;
    expect(() => readNpyObjects(npy, 'x_train.npy')).toThrow(
      'x_train.npy: an array of objects of shape [35]. Received: one of object of shape [25].',
    );
  });
});
