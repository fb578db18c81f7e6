import { expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { ownData } from './own-data';

it('comes from files', async () => {
  const files = memoryFiles();
  const { counts, train } = await ownData(files, { offline: true }, 20);
  expect(counts).toEqual({ train: 20, test: 20 });
  expect(await files.list('train')).toHaveLength(21);
  expect(Array.from(train.labels.subarray(0, 5))).toEqual([5, 0, 4, 1, 9]);
});
