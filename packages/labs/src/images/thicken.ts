import type { GreyImage } from './grey-image';

/**
 * Widens strokes that are thinner than `width` pixels: a hair line would all but vanish when it is scaled down to 20 pixels.
 *
 * The width of the strokes is taken as `2 area / outline`, which is right for lines. Strokes grow by the greatest value in
 * a square around each pixel; the picture grows with them, so that nothing is cut off.
 */
export function thicken(image: GreyImage, width: number): GreyImage {
  const missing = width - strokeWidth(image);
  const radius = Math.round(missing / 2);
  if (radius < 1) return image;
  const padded = pad(image, radius);
  const rows = greatestAlong(padded.data, padded.width, padded.height, radius, 1, padded.width);
  const data = greatestAlong(rows, padded.height, padded.width, radius, padded.width, 1);
  return { ...padded, data };
}

function strokeWidth({ width, height, data }: GreyImage): number {
  const inked = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && data[y * width + x]! >= 0.5;
  let [area, outline] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inked(x, y)) continue;
      area++;
      outline +=
        Number(!inked(x - 1, y)) + Number(!inked(x + 1, y)) + Number(!inked(x, y - 1)) + Number(!inked(x, y + 1));
    }
  }
  return outline === 0 ? Number.POSITIVE_INFINITY : (2 * area) / outline;
}

function pad({ width, height, data }: GreyImage, by: number): GreyImage {
  const wide = width + 2 * by;
  const padded = new Float32Array(wide * (height + 2 * by));
  for (let y = 0; y < height; y++) padded.set(data.subarray(y * width, (y + 1) * width), (y + by) * wide + by);
  return { width: wide, height: height + 2 * by, data: padded };
}

/** The greatest value within `radius` along one axis of `lines` lines of `length` values. */
function greatestAlong(
  data: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  lineStep: number,
) {
  const result = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let greatest = 0;
      const last = Math.min(length - 1, at + radius);
      for (let near = Math.max(0, at - radius); near <= last; near++) {
        greatest = Math.max(greatest, data[line * lineStep + near * step]!);
      }
      result[line * lineStep + at * step] = greatest;
    }
  }
  return result;
}
