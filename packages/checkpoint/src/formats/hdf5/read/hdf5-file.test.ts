import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../sources/byte-source';
import { describeWithFixtures, listFixtures, readExpected, readFixture } from '../../../testing/fixtures';
import { bytesOfArray, type StoredArray } from '../../stored-array';
import { openHdf5 } from './hdf5-file';

const open = (path: string) => openHdf5(bytesSource(readFixture(path), path));

interface Expected {
  dtype: string;
  shape: number[];
  sha256: string;
}

function digested(array: StoredArray): Expected {
  const hash = createHash('sha256');
  if (array.dtype === 'string') hash.update(array.data.join('\0'));
  else hash.update(bytesOfArray(array));
  return { dtype: array.dtype, shape: array.shape, sha256: hash.digest('hex') };
}

describeWithFixtures('openHdf5 on files of h5py', () => {
  it('reads every type, fill values and chunks', async () => {
    const { datasets } = readExpected<Record<string, { datasets: Record<string, Expected> }>>('extra/hdf5')['zoo.h5']!;
    const found = await (await open('extra/hdf5/zoo.h5')).datasets();
    expect([...found.keys()].sort()).toEqual(Object.keys(datasets).sort());
    for (const [name, dataset] of found) {
      const wanted = datasets[name]!;
      expect(digested(await dataset.read()), name).toEqual(wanted);
    }
  });

  it('reads attributes of every type, one of 70,000 characters among them', async () => {
    const root = await open('extra/hdf5/zoo.h5');
    const { attrs } =
      readExpected<Record<string, { attrs: Record<string, Record<string, { sha256: string }>> }>>('extra/hdf5')[
        'zoo.h5'
      ]!;
    const value = async (name: string) => (await root.attribute(name))?.data;
    expect((await root.attributeNames()).sort()).toEqual(Object.keys(attrs['/']!));
    expect(await value('vlen_utf8')).toEqual(['naïve 電影']);
    expect(await value('vlen_list')).toEqual(['a', 'bé']);
    expect(await value('fixed_ascii')).toEqual(['fixed']);
    expect(await value('int')).toEqual(BigInt64Array.of(-5n));
    expect(await value('vec')).toEqual(Float64Array.of(0, 1, 2));
    expect(await root.attribute('bool')).toMatchObject({ dtype: 'bool', shape: [] });
    expect(await value('empty')).toBeUndefined();
    const [long] = (await value('long')) as string[];
    expect(createHash('sha256').update(long!).digest('hex')).toBe(attrs['/']!.long!.sha256);
  });

  it('follows soft links, and says what is not there', async () => {
    const root = await open('extra/hdf5/zoo.h5');
    expect(await root.get('soft')).toBeDefined();
    expect(await root.get('none/at/all')).toBeUndefined();
    expect(await root.get('zoo/int8/deeper')).toBeUndefined();
  });

  it.each(listFixtures('extra/variants', /\.weights\.h5$/))(
    'reads the same weights in another dress: %s',
    async (name) => {
      const { files } = readExpected<{ files: Record<string, { datasets: Record<string, Expected> }> }>(
        'extra/variants',
      );
      const found = await (await open(`extra/variants/${name}`)).datasets();
      const arrays = await Promise.all(
        [...found].map(async ([path, dataset]) => [path, digested(await dataset.read())]),
      );
      const wanted = files['model.weights.h5']!.datasets;
      // Big-endian numbers come out little-endian, as they are expected.
      expect(Object.fromEntries(arrays)).toEqual(wanted);
    },
  );

  it('reads bfloat16, which Keras writes as bytes with a note', async () => {
    const found = await (await open('extra/dtype_bfloat16/model.weights.h5')).datasets();
    expect(await found.get('layers/dense/vars/1')!.read()).toMatchObject({ dtype: 'bfloat16', shape: [10] });
  });
});
