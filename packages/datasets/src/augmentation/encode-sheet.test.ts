import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { encodeSheet } from './encode-sheet';

it('lays images side by side on white', async () => {
  const image = (...values: number[]) => ({
    data: Float32Array.from(values),
    shape: [1, 2, 1] as [number, number, number],
  });
  const png = decode(await encodeSheet([image(0, 300), image(-5, 99.6), image(7, 8)], 2));
  expect([png.width, png.height, png.channels]).toEqual([10, 8, 3]);
  const red = (x: number, y: number) => png.data[(y * png.width + x) * 3];
  expect([red(0, 0), red(2, 2), red(3, 2), red(4, 2), red(6, 2), red(7, 2)]).toEqual([255, 0, 255, 255, 0, 100]);
  expect([red(2, 5), red(3, 5), red(6, 5)]).toEqual([7, 8, 255]);
});
