import { threefry2x32 } from '@tenlab/core';
import type { ImageValues } from '../images/image-values';
import type { FillMode } from './fill';
import { type ImageTransform, transformImage } from './transform';

/** How far images may be changed by chance, as numbers alone. */
export interface AugmentOptions {
  rotationRange: number;
  /** A share of the width below 1, else pixels. */
  widthShiftRange: number;
  heightShiftRange: number;
  shearRange: number;
  zoomRange: readonly [least: number, most: number];
  channelShiftRange: number;
  /** Undefined leaves the brightness as it is. */
  brightnessRange: readonly [least: number, most: number] | undefined;
  horizontalFlip: boolean;
  verticalFlip: boolean;
  fillMode: FillMode;
  cval: number;
  /** What every value is multiplied with at the end. */
  rescale: number;
  seed: number;
}

/** "augm" in ASCII: separates these numbers from others drawn with the same seed. */
const domain = 0x6175676d;

/** Draws what is done to the image with this number in this pass: a pure function of both and the seed, whoever asks, and on whichever thread. */
export function drawTransform(
  options: AugmentOptions,
  [height, width]: readonly [height: number, width: number, ...more: number[]],
  { index, pass }: { index: number; pass: number },
): ImageTransform {
  const { seed, zoomRange, brightnessRange } = options;
  let draws = 0;
  const uniform = (least: number, most: number): number => {
    const key1 = (seed ^ (pass * 0x9e3779b9)) >>> 0;
    const [word] = threefry2x32(Math.floor(seed / 2 ** 32) ^ domain, key1, index, draws++);
    return least + word * 2 ** -32 * (most - least);
  };
  // Each is drawn whether or not it is used, so that switching one on leaves the others as they were.
  const around = (range: number) => uniform(-range, range);
  const shift = (range: number, size: number) => around(range) * (range < 1 ? size : 1);
  const theta = around(options.rotationRange);
  const tx = shift(options.heightShiftRange, height);
  const ty = shift(options.widthShiftRange, width);
  const shear = around(options.shearRange);
  const [zx, zy] = [uniform(...zoomRange), uniform(...zoomRange)];
  const flipHorizontal = uniform(0, 1) < 0.5 && options.horizontalFlip;
  const flipVertical = uniform(0, 1) < 0.5 && options.verticalFlip;
  const channelShift = around(options.channelShiftRange);
  const brightness = brightnessRange && uniform(...brightnessRange);
  return {
    theta,
    tx,
    ty,
    shear,
    zx,
    zy,
    flipHorizontal,
    flipVertical,
    ...(options.channelShiftRange > 0 && { channelShift }),
    ...(brightness !== undefined && { brightness }),
  };
}

/** An image changed by chance and rescaled. */
export function augmentImage(
  { data, shape }: ImageValues<Uint8Array | Float32Array>,
  options: AugmentOptions,
  place: { index: number; pass: number },
): ImageValues<Float32Array> {
  const image = { data: Float32Array.from(data), shape };
  const changed = transformImage(image, drawTransform(options, shape, place), options);
  if (options.rescale !== 1) {
    for (let index = 0; index < changed.data.length; index++) changed.data[index]! *= options.rescale;
  }
  return changed;
}
