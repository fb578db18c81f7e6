import { expect, it } from 'vitest';
import { resizeByArea } from './resize';

it('averages the area that a pixel covers, parts of pixels by their share', () => {
  const row = { width: 3, height: 1, data: Float32Array.of(0, 1, 2) };
  const { data } = resizeByArea(row, 2, 1);
  expect(data[0]).toBeCloseTo((0 + 0.5 * 1) / 1.5, 6);
  expect(data[1]).toBeCloseTo((0.5 * 1 + 2) / 1.5, 6);
});

it.each([
  [7, 5],
  [20, 13],
  [1, 1],
  [40, 33],
])('keeps the mean of the picture at %d x %d', (width, height) => {
  const image = { width: 20, height: 13, data: Float32Array.from({ length: 260 }, (_, index) => (index * 37) % 11) };
  const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / data.length;
  expect(mean(resizeByArea(image, width, height).data)).toBeCloseTo(mean(image.data), 4);
});

it('changes nothing at the same size', () => {
  const image = { width: 2, height: 2, data: Float32Array.of(1, 2, 3, 4) };
  expect(Array.from(resizeByArea(image, 2, 2).data)).toEqual([1, 2, 3, 4]);
});
