import { describe, expect, it } from 'vitest';
import { type AugmentOptions, augmentImage, drawTransform } from './augment';

const nothing: AugmentOptions = {
  rotationRange: 0,
  widthShiftRange: 0,
  heightShiftRange: 0,
  shearRange: 0,
  zoomRange: [1, 1],
  channelShiftRange: 0,
  brightnessRange: undefined,
  horizontalFlip: false,
  verticalFlip: false,
  fillMode: 'nearest',
  cval: 0,
  rescale: 1,
  seed: 1,
};
const all: AugmentOptions = {
  ...nothing,
  rotationRange: 40,
  widthShiftRange: 0.2,
  heightShiftRange: 3,
  shearRange: 10,
  zoomRange: [0.8, 1.2],
  channelShiftRange: 5,
  brightnessRange: [0.5, 1.5],
  horizontalFlip: true,
  verticalFlip: true,
};
const draws = Array.from({ length: 2000 }, (_, index) => drawTransform(all, [50, 100, 3], { index, pass: 0 }));

describe('drawTransform', () => {
  it.each([
    ['theta', -40, 40],
    ['tx', -3, 3],
    ['ty', -20, 20],
    ['shear', -10, 10],
    ['zx', 0.8, 1.2],
    ['zy', 0.8, 1.2],
    ['channelShift', -5, 5],
    ['brightness', 0.5, 1.5],
  ] as const)('draws %s evenly from %d to %d', (name, least, most) => {
    const values = draws.map((draw) => draw[name] as number);
    const width = most - least;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...values)).toBeLessThan(most);
    // The mean of 2000 even draws has the deviation width / sqrt(12 * 2000): four of them.
    expect(Math.abs(values.reduce((a, b) => a + b) / 2000 - (least + most) / 2)).toBeLessThan(
      (4 * width) / Math.sqrt(24_000),
    );
    expect(values.filter((value) => value < least + width / 4).length / 2000).toBeCloseTo(0.25, 1);
  });

  it('flips half of the images', () => {
    for (const name of ['flipHorizontal', 'flipVertical'] as const) {
      const share = draws.filter((draw) => draw[name]).length / 2000;
      expect(Math.abs(share - 0.5)).toBeLessThan(0.045);
    }
  });

  it('depends on seed, pass and number alone', () => {
    const at = (seed: number, pass: number, index: number) =>
      drawTransform({ ...all, seed }, [50, 100, 3], { index, pass });
    expect(at(1, 2, 3)).toEqual(at(1, 2, 3));
    for (const other of [at(2, 2, 3), at(1, 3, 3), at(1, 2, 4)]) expect(other.theta).not.toBe(at(1, 2, 3).theta);
  });

  it('leaves the others as they were when one is switched on', () => {
    const without = drawTransform({ ...all, rotationRange: 0 }, [50, 100, 3], { index: 0, pass: 0 });
    expect({ ...without, theta: draws[0]!.theta }).toEqual(draws[0]);
  });
});

describe('augmentImage', () => {
  const image = { data: Uint8Array.of(0, 51, 102, 255), shape: [2, 2, 1] as [number, number, number] };

  it('only rescales where nothing else is asked for', () => {
    const { data } = augmentImage(image, { ...nothing, rescale: 1 / 255 }, { index: 0, pass: 0 });
    expect(data).toEqual(Float32Array.from([0, 51, 102, 255], (value) => value * (1 / 255)));
  });

  it('changes each image in its own way, the same for the same place', () => {
    const at = (index: number) => augmentImage(image, all, { index, pass: 0 }).data;
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });
});
