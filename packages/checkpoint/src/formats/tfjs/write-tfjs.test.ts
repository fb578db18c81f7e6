import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { joinPieces } from '../../write-pieces';
import type { StoredArray } from '../stored-array';
import { readTfjsModel } from './read-tfjs';
import { tfjsFiles } from './write-tfjs';

it('writes what is read again, in shards of 4 MiB', async () => {
  const tensors = new Map<string, StoredArray>([
    ['a', { dtype: 'float32', shape: [3], data: Float32Array.of(1, 2, 3) }],
    ['b', { dtype: 'float32', shape: [1_100_000], data: new Float32Array(1_100_000).fill(7) }],
  ]);
  const files = tfjsFiles({ class_name: 'Sequential', config: {} }, tensors);
  expect([...files.keys()]).toEqual(['group1-shard1of2.bin', 'group1-shard2of2.bin', 'model.json']);
  const set = memoryFiles(new Map([...files].map(([name, pieces]) => [name, joinPieces(pieces)])), 'files');
  expect(await readTfjsModel(set, 'model.json')).toEqual({ config: { class_name: 'Sequential', config: {} }, tensors });
});

it('writes a file of no bytes where there are no weights', () => {
  expect(joinPieces(tfjsFiles(undefined, new Map()).get('group1-shard1of1.bin')!)).toHaveLength(0);
});
