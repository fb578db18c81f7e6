import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataSize } from './data-size';

it('adds up the files of the sets that a lab loads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-data-'));
  await mkdir(join(folder, 'fashion-mnist'));
  await writeFile(join(folder, 'train-images-idx3-ubyte'), 'x'.repeat(100));
  await writeFile(join(folder, 't10k-labels-idx1-ubyte'), 'x'.repeat(10));
  await writeFile(join(folder, 'fashion-mnist/train-images-idx3-ubyte.gz'), 'x');
  expect(dataSize({ 'a.ts': 'await mnist(options)', 'b.ts': '' }, folder)).toBe(110);
  expect(dataSize({ 'a.ts': 'await fashionMnist(options)' }, folder)).toBe(1);
  expect([dataSize({ 'a.ts': 'iris()' }, folder), dataSize({ 'a.ts': 'mnist()' }, join(folder, 'no'))]).toEqual([0, 0]);
});
