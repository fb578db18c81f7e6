import { expect, it } from 'vitest';
import { memoryFiles } from './memory-files';

it('keeps bytes as they were when they were written', async () => {
  const files = memoryFiles();
  const bytes = Uint8Array.of(1, 2);
  await files.write('a/b', bytes);
  bytes[0] = 9;
  (await files.read('a/b'))![1] = 9;
  expect(await files.read('a/b')).toEqual(Uint8Array.of(1, 2));
  expect(await files.read('a/c')).toBeUndefined();
});

it('lists a folder alone, in order', async () => {
  const files = memoryFiles();
  for (const name of ['a/z', 'a/b', 'a/in/x', 'ab/y', 'c']) await files.write(name, new Uint8Array());
  expect(await files.list('a')).toEqual(['b', 'z']);
  expect(await files.list('nowhere')).toEqual([]);
});
