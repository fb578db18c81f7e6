import { expect, it } from 'vitest';
import { inverted, onCanvas, testDigits } from './test-digits';

it('reads the digits that everybody knows the order of', () => {
  expect(testDigits(5).labels).toEqual([7, 2, 1, 0, 4]);
  expect(Math.max(...testDigits(1).images[0]!.data)).toBe(1);
});

it('draws larger, shifted and inverted', () => {
  const image = { width: 1, height: 1, data: Float32Array.of(1) };
  expect(Array.from(onCanvas(image, { scale: 2, width: 3, height: 3, left: 1, top: 1 }).data)).toEqual([
    0, 0, 0, 0, 1, 1, 0, 1, 1,
  ]);
  expect(Array.from(inverted(image).data)).toEqual([0]);
});
