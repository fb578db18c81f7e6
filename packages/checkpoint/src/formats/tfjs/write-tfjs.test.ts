import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { collectPieces } from '../../write-pieces';
import { lateTensor } from '../late-tensor';
import type { StoredArray } from '../stored-array';
import { readTfjsModel } from './read-tfjs';
import { tfjsFiles } from './write-tfjs';

it('writes what is read again, in shards of 4 MiB', async () => {
  const tensors = new Map<string, StoredArray>([
    ['a', { dtype: 'float32', shape: [3], data: Float32Array.of(1, 2, 3) }],
    ['b', { dtype: 'float32', shape: [1_100_000], data: new Float32Array(1_100_000).fill(7) }],
  ]);
  const files = tfjsFiles(
    { class_name: 'Sequential', config: {} },
    new Map([...tensors].map(([name, array]) => [name, lateTensor(array)])),
  );
  expect([...files.keys()]).toEqual(['group1-shard1of2.bin', 'group1-shard2of2.bin', 'model.json']);
  const collected = new Map<string, Uint8Array>();
  for (const [name, pieces] of files) collected.set(name, await collectPieces(pieces));
  const set = memoryFiles(collected, 'files');
  expect(await readTfjsModel(set, 'model.json')).toEqual({ config: { class_name: 'Sequential', config: {} }, tensors });
});

it('writes a file of no bytes where there are no weights', async () => {
  expect(await collectPieces(tfjsFiles(undefined, new Map()).get('group1-shard1of1.bin')!)).toHaveLength(0);
});
