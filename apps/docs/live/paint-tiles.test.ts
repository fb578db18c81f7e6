import { expect, it } from 'vitest';
import { colourOf, paintTiles } from './paint-tiles';

it('shows shades as shades, and the sign of a weight as a colour', () => {
  expect([colourOf(0, false), colourOf(1, false), colourOf(2, false)]).toEqual([
    [0, 0, 0],
    [255, 255, 255],
    [255, 255, 255],
  ]);
  const [[red, , blue], [otherRed, , otherBlue]] = [colourOf(1, true), colourOf(-1, true)];
  expect(red).toBeGreaterThan(blue);
  expect(otherBlue).toBeGreaterThan(otherRed);
  expect(new Set(colourOf(0, true)).size).toBe(1);
});

it('sets pictures in rows of sixteen', () => {
  const placed: [number, number][] = [];
  const context = {
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
    putImageData: (_: unknown, x: number, y: number) => placed.push([x, y]),
  };
  const canvas = { width: 0, height: 0, getContext: () => context };
  paintTiles(canvas as never, { width: 3, height: 2, count: 17, data: new Float32Array(17 * 6) }, true);
  expect([canvas.width, canvas.height]).toEqual([63, 5]);
  expect([placed[0], placed[1], placed[16]]).toEqual([
    [0, 0],
    [4, 0],
    [0, 3],
  ]);
});
