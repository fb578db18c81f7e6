import { describe, expect, it } from 'vitest';
import { weightImages } from './weight-image';

const weight = (shape: number[]) => ({
  dtype: 'float32' as const,
  shape,
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
});

describe('weightImages', () => {
  it('shows a bias as a line and a matrix as it is, from black to white', () => {
    expect(weightImages(weight([3]))).toEqual([{ width: 3, height: 1, data: Uint8Array.of(0, 128, 255) }]);
    expect(weightImages(weight([2, 3]))).toEqual([
      { width: 3, height: 2, data: Uint8Array.of(0, 51, 102, 153, 204, 255) },
    ]);
  });

  it('shows the first channel of a few filters', () => {
    const images = weightImages(weight([1, 2, 2, 5]));
    // Values at (x, channel 0, filter): x * 10 + filter, out of 0 to 19.
    expect(images.map(({ data }) => [...data])).toEqual(
      [0, 1, 2].map((f) => [f, f + 10].map((v) => Math.round((v * 255) / 19))),
    );
  });

  it('shows a weight of equal values black, and nothing of other shapes', () => {
    expect(weightImages({ ...weight([2]), data: Float32Array.of(7, 7) })[0]?.data).toEqual(Uint8Array.of(0, 0));
    expect(weightImages(weight([2, 2, 2]))).toEqual([]);
  });
});
