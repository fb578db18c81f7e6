import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readImage } from './image-worker';
import { imageFiles } from './testing/image-files';

const folder = imageFiles({ cat: 1 });
afterAll(() => rmSync(folder, { recursive: true }));

it('reads one image', async () => {
  const file = { path: join(folder, 'cat', '000.png'), label: 3 };
  const options = { imageSize: null, colorMode: 'grayscale', interpolation: 'nearest', augment: null } as const;
  expect((await readImage({ file, options }, { index: 0, pass: 0 }))[1]).toBe(3);
});
