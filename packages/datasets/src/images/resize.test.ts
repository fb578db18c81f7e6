import { describe, expect, it } from 'vitest';
import golden from './golden/images.json';
import { type Interpolation, resize } from './resize';

const image = { data: Uint8Array.from(golden.pixels), shape: golden.shape as [number, number, number] };

describe('resize', () => {
  it.each(golden.resized)('gives $size by $method what tf.image.resize gives, rounded', ({ size, method, values }) => {
    const { data, shape } = resize(image, size as [number, number], method as Interpolation);
    expect(shape).toEqual([...size, 3]);
    for (const [index, value] of values.entries()) {
      // A value that lies in the middle may be rounded either way.
      expect(Math.abs(data[index]! - value), `value ${index}`).toBeLessThan(0.501);
    }
  });

  it('leaves an image of that size as it is', () => {
    expect(resize(image, [16, 24])).toBe(image);
  });
});
