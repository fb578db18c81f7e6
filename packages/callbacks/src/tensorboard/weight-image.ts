import type { HostArray } from '@tenlab/layers';

/** A grey picture, one byte per pixel. */
export interface GreyImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/**
 * A weight as grey pictures, darkest at its least value: a matrix is one, a bias one line, and the filters of a convolution [height, width, channels,
 * filters] one each, of their first channel. At most `limit` pictures. None for other shapes.
 */
export function weightImages({ shape, data }: HostArray, limit = 3): GreyImage[] {
  const [low, scale] = rangeOf(data);
  const picture = (width: number, height: number, at: (x: number, y: number) => number): GreyImage => {
    const pixels = new Uint8Array(width * height);
    for (let i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round((data[at(i % width, Math.floor(i / width))]! - low) * scale);
    }
    return { width, height, data: pixels };
  };
  if (shape.length === 1) return [picture(shape[0]!, 1, (x) => x)];
  if (shape.length === 2) return [picture(shape[1]!, shape[0]!, (x, y) => y * shape[1]! + x)];
  if (shape.length !== 4) return [];
  const [height, width, channels, filters] = shape as [number, number, number, number];
  return Array.from({ length: Math.min(filters, limit) }, (_, filter) =>
    picture(width, height, (x, y) => (y * width + x) * channels * filters + filter),
  );
}

/** The least value, and what a step of value is worth in grey. */
function rangeOf(data: HostArray['data']): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most > least ? 255 / (most - least) : 0];
}
