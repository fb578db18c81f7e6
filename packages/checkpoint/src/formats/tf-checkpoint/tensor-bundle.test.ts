import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import {
  asExpected,
  describeWithFixtures,
  type ExpectedArray,
  fixtureFiles,
  readExpected,
} from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import { bytesOfArray, type StoredArray } from '../stored-array';
import { dataFileName, TensorBundle } from './tensor-bundle';
import { encodeBundle } from './write-bundle';

interface Expected {
  checkpoints: Record<
    string,
    {
      tensors?: Record<string, ExpectedArray>;
      sample?: Record<string, ExpectedArray>;
      count?: number;
      sha256_all?: string;
    }
  >;
}

it('dataFileName counts as TensorFlow does', () => {
  expect(dataFileName('a.ckpt', 1, 12)).toBe('a.ckpt.data-00001-of-00012');
});

describe('TensorBundle', () => {
  it('names a tensor that is not there, and a data file that is not there', async () => {
    const { index } = encodeBundle(new Map([['a', { dtype: 'float32', shape: [1], data: Float32Array.of(1) }]]));
    const bundle = await TensorBundle.open(memoryFiles(new Map([['w.index', joinPieces(index)]]), 'upload'), 'w');
    await expect(bundle.read('b')).rejects.toThrow("w.index: a tensor named 'b'. Received: ['a']");
    await expect(bundle.read('a')).rejects.toThrow("the data file 'w.data-00000-of-00001' beside the index");
    await bundle.close();
  });
});

describeWithFixtures('TensorBundle on files of TensorFlow', () => {
  it.each(['zoo', 'sharded', 'sliced', 'tf1_saver-12', 'object/ckpt-1', 'many'])('reads %s', async (name) => {
    const wanted = readExpected<Expected>('bundles').checkpoints[name]!;
    const [folder, prefix] = name.includes('/') ? name.split('/') : ['', name];
    const bundle = await TensorBundle.open(fixtureFiles(`bundles/${folder}`), prefix!);
    for (const [tensor, array] of Object.entries(wanted.tensors ?? wanted.sample ?? {})) {
      expect(asExpected(await bundle.read(tensor))).toEqual(array);
      expect(bundle.tensors.get(tensor)).toEqual({ dtype: array.dtype, shape: array.shape });
    }
    if (wanted.count !== undefined) {
      expect(bundle.tensors.size).toBe(wanted.count);
      const hash = createHash('sha256');
      for (const tensor of bundle.tensors.keys()) hash.update(bytesOfArray(await bundle.read(tensor)));
      expect(hash.digest('hex')).toBe(wanted.sha256_all);
    }
    await bundle.close();
  });

  it.each([
    ['bundle_data_truncated', 'truncated-file'],
    ['bundle_data_crc', 'checksum-mismatch'],
    ['bundle_no_data', 'file-missing'],
    ['bundle_huge_shape', 'invalid-file'],
    ['bundle_size_mismatch', 'invalid-file'],
    ['bundle_negative_dim', 'invalid-file'],
    ['bundle_offset_out', 'truncated-file'],
    ['bundle_shard_missing', 'invalid-file'],
    ['bundle_unknown_dtype', 'unsupported-file'],
    ['bundle_num_shards_2e31', 'invalid-file'],
    ['bundle_bad_proto', undefined],
    ['bundle_big_endian', 'unsupported-file'],
  ])('refuses %s', async (name, code) => {
    const error = await readAll(name).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TenlabError', place: expect.stringContaining(name) });
    if (code !== undefined) expect(error).toMatchObject({ code });
  });

  it('reads an index without a header, as TensorFlow does', async () => {
    expect((await readAll('bundle_no_header')).length).toBeGreaterThan(0);
  });
});

async function readAll(name: string): Promise<StoredArray[]> {
  const bundle = await TensorBundle.open(fixtureFiles('damaged'), name);
  const arrays: StoredArray[] = [];
  try {
    for (const tensor of bundle.tensors.keys()) arrays.push(await bundle.read(tensor));
    return arrays;
  } finally {
    await bundle.close();
  }
}
