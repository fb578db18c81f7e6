import type { ImageValues } from '../images/image-values';
import { type FillMode, mapCoordinate } from './fill';

/** What is done to one image. What is left out is not done. */
export interface ImageTransform {
  /** Degrees to turn. */
  theta?: number;
  /** Pixels to shift down. */
  tx?: number;
  /** Pixels to shift right. */
  ty?: number;
  /** Degrees to shear. */
  shear?: number;
  /** What is shown of the height: below 1 zooms in. */
  zx?: number;
  /** What is shown of the width. */
  zy?: number;
  flipHorizontal?: boolean;
  flipVertical?: boolean;
  /** Added to every value, within the least and the largest of the image. */
  channelShift?: number;
  /** What values are multiplied with, as bytes: below 1 darkens. */
  brightness?: number;
}

export interface FillOptions {
  fillMode: FillMode;
  /** The constant of the fill mode of that name. */
  cval: number;
}

/** Rows of a map from a pixel of the result to a place in the original: `[row, column] = matrix * [row, column, 1]`. */
type Affine = readonly [readonly [number, number, number], readonly [number, number, number]];

/**
 * Turns, shifts, shears, zooms and flips an image about its middle, mixing the four pixels around each place it shows; then its brightness.
 *
 * Source: Keras's `ImageDataGenerator.apply_transform`, on `scipy.ndimage.affine_transform` of order 1.
 */
export function transformImage(
  image: ImageValues<Float32Array>,
  transform: ImageTransform,
  fill: FillOptions,
): ImageValues<Float32Array> {
  const { theta = 0, tx = 0, ty = 0, shear = 0, zx = 1, zy = 1, channelShift } = transform;
  const [height, width] = image.shape;
  const moves = theta !== 0 || tx !== 0 || ty !== 0 || shear !== 0 || zx !== 1 || zy !== 1;
  const moved = moves
    ? sample(image, affine({ theta, tx, ty, shear, zx, zy }, height, width), fill)
    : { data: image.data.slice(), shape: image.shape };
  if (channelShift !== undefined) shiftValues(moved.data, channelShift);
  if (transform.flipHorizontal) flip(moved, true);
  if (transform.flipVertical) flip(moved, false);
  if (transform.brightness !== undefined) brighten(moved.data, transform.brightness);
  return moved;
}

/** rotation * shift * shear * zoom, about the middle. */
function affine(
  { theta, tx, ty, shear, zx, zy }: Required<Pick<ImageTransform, 'theta' | 'tx' | 'ty' | 'shear' | 'zx' | 'zy'>>,
  height: number,
  width: number,
): Affine {
  const [turn, slant] = [(theta * Math.PI) / 180, (shear * Math.PI) / 180];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  // rotation * shear, then both columns zoomed.
  const a = cos * zx;
  const b = (-cos * Math.sin(slant) - sin * Math.cos(slant)) * zy;
  const c = sin * zx;
  const d = (-sin * Math.sin(slant) + cos * Math.cos(slant)) * zy;
  const [middleX, middleY] = [height / 2 - 0.5, width / 2 - 0.5];
  const offsetX = cos * tx - sin * ty + middleX - a * middleX - b * middleY;
  const offsetY = sin * tx + cos * ty + middleY - c * middleX - d * middleY;
  // Keras builds this for (x, y) and exchanges both, rows and columns, to apply it to (row, column).
  return [
    [d, c, offsetY],
    [b, a, offsetX],
  ];
}

function sample(
  { data, shape }: ImageValues<Float32Array>,
  [toRow, toColumn]: Affine,
  { fillMode, cval }: FillOptions,
): ImageValues<Float32Array> {
  const [height, width, channels] = shape;
  const result = new Float32Array(data.length);
  const neighbour = (place: number, length: number) =>
    place >= 0 && place < length
      ? place
      : Math.max(0, Math.min(length - 1, place < 0 ? -place - 1 : 2 * length - place - 1));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * channels;
      const y = mapCoordinate(toRow[0] * row + toRow[1] * column + toRow[2], height, fillMode);
      const x = mapCoordinate(toColumn[0] * row + toColumn[1] * column + toColumn[2], width, fillMode);
      if (y === undefined || x === undefined) {
        result.fill(cval, at, at + channels);
        continue;
      }
      const [top, left] = [Math.floor(y), Math.floor(x)];
      const [down, along] = [y - top, x - left];
      const upper = neighbour(top, height) * width;
      const lower = neighbour(top + 1, height) * width;
      const [west, east] = [neighbour(left, width), neighbour(left + 1, width)];
      for (let channel = 0; channel < channels; channel++) {
        result[at + channel] =
          (1 - down) *
            ((1 - along) * data[(upper + west) * channels + channel]! +
              along * data[(upper + east) * channels + channel]!) +
          down *
            ((1 - along) * data[(lower + west) * channels + channel]! +
              along * data[(lower + east) * channels + channel]!);
      }
    }
  }
  return { data: result, shape };
}

function shiftValues(data: Float32Array, intensity: number): void {
  const [least, largest] = extent(data);
  for (let index = 0; index < data.length; index++) {
    data[index] = Math.min(largest, Math.max(least, data[index]! + intensity));
  }
}

/** As Pillow does it, on bytes; an image with values that are none is stretched to bytes before, and back after. */
function brighten(data: Float32Array, factor: number): void {
  const [least, largest] = extent(data);
  const span = largest - least;
  const stretched = least < 0 || largest > 255;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    const byte = Math.trunc(stretched ? (span > 0 ? ((value - least) / span) * 255 : 0) : value);
    const bright = Math.trunc(Math.min(255, Math.max(0, Math.fround(Math.fround(factor) * byte))));
    data[index] = stretched ? (bright / 255) * span + least : bright;
  }
}

function extent(data: Float32Array): [least: number, largest: number] {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of data) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  return [least, largest];
}

function flip({ data, shape: [height, width, channels] }: ImageValues<Float32Array>, horizontal: boolean): void {
  const original = data.slice();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = horizontal ? row * width + width - 1 - column : (height - 1 - row) * width + column;
      data.set(original.subarray(from * channels, (from + 1) * channels), (row * width + column) * channels);
    }
  }
}
