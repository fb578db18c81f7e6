import { describe, expect, it } from 'vitest';
import type { FillMode } from './fill';
import golden from './golden/keras-augmentation.json';
import { type ImageTransform, transformImage } from './transform';

const names: Record<string, keyof ImageTransform> = {
  flip_horizontal: 'flipHorizontal',
  flip_vertical: 'flipVertical',
  channel_shift_intensity: 'channelShift',
};

describe('transformImage', () => {
  it.each(golden.cases)(
    'makes of image $image with $fillMode and $transform what Keras makes',
    ({ image, fillMode, transform, result }) => {
      const { data, shape } = golden.images[image]!;
      const own = Object.fromEntries(Object.entries(transform).map(([name, value]) => [names[name] ?? name, value]));
      const transformed = transformImage(
        { data: Float32Array.from(data), shape: shape as [number, number, number] },
        own as ImageTransform,
        { fillMode: fillMode as FillMode, cval: 9 },
      );
      expect(transformed.shape).toEqual(shape);
      // The file has four decimals of values up to 255, which float32 rounds at the fifth.
      for (const [index, value] of result.entries())
        expect(Math.abs(transformed.data[index]! - value), `value ${index}`).toBeLessThan(1e-3);
    },
  );

  it('leaves the original alone', () => {
    const data = Float32Array.of(1, 2, 3, 4);
    transformImage(
      { data, shape: [2, 2, 1] },
      { flipHorizontal: true, channelShift: 1 },
      { fillMode: 'nearest', cval: 0 },
    );
    expect(data).toEqual(Float32Array.of(1, 2, 3, 4));
  });
});
