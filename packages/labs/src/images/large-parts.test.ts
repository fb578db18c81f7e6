import { expect, it } from 'vitest';
import { largeParts } from './large-parts';

it('keeps strokes that do not touch, and drops dust', () => {
  const ink = { width: 60, height: 40, data: new Float32Array(2400) };
  for (let y = 10; y < 30; y++) for (let x = 10; x < 16; x++) ink.data[y * 60 + x] = 1;
  for (let y = 10; y < 14; y++) for (let x = 20; x < 30; x++) ink.data[y * 60 + x] = 1;
  ink.data[38 * 60 + 58] = 1;
  const { mask, box } = largeParts(ink);
  expect(box).toEqual({ left: 10, top: 10, width: 20, height: 20 });
  expect(mask[38 * 60 + 58]).toBe(0);
  expect([mask[10 * 60 + 10], mask[9 * 60 + 9], mask[8 * 60 + 8]]).toEqual([1, 1, 0]);
});

it('joins pixels that touch by a corner', () => {
  const ink = { width: 3, height: 3, data: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
  expect(largeParts(ink).box).toEqual({ left: 0, top: 0, width: 3, height: 3 });
});
