import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { imageFiles } from '../testing/image-files';
import { loadImage } from './load-image';

const folder = imageFiles({ cat: 2 });
afterAll(() => rmSync(folder, { recursive: true }));

const options = { imageSize: null, colorMode: 'grayscale', interpolation: 'nearest', augment: null } as const;
const place = { index: 0, pass: 0 };

it('reads an image with its label, in its own size or another', async () => {
  const file = { path: join(folder, 'cat', '001.png'), label: 7 };
  expect(await loadImage(file, options, place)).toEqual([{ data: new Uint8Array(6).fill(1), shape: [2, 3, 1] }, 7]);
  const [{ shape }] = await loadImage(file, { ...options, imageSize: [4, 5], colorMode: 'rgb' }, place);
  expect(shape).toEqual([4, 5, 3]);
});

it('names a damaged file', async () => {
  const path = join(folder, 'cat', 'damaged.png');
  writeFileSync(path, 'no image');
  await expect(loadImage({ path, label: 0 }, options, place)).rejects.toMatchObject({
    code: 'unknown-image',
    place: path,
  });
});
