import { expect, it } from 'vitest';
import { normalise, pixelStatistics } from './pixels';

it('brings bytes to 0 … 1 and keeps their shape', () => {
  const { data, shape } = normalise({ data: Uint8Array.of(0, 51, 255), shape: [1, 1, 3, 1] });
  expect(Array.from(data)).toEqual([0, Math.fround(0.2), 1]);
  expect(shape).toEqual([1, 1, 3, 1]);
});

it('finds mean and deviation of the normalised pixels', () => {
  expect(pixelStatistics(Uint8Array.of(0, 255, 255, 0))).toEqual({ mean: 0.5, deviation: 0.5 });
  expect(pixelStatistics(Uint8Array.of(51, 51)).deviation).toBeCloseTo(0, 7);
});
