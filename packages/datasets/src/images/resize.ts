import type { ImageValues } from './image-values';

/** How an image is brought to another size. */
export type Interpolation = 'nearest' | 'bilinear';

/**
 * Brings an image to another size, rounded to bytes.
 *
 * A pixel's middle lies at `(place + 0.5) * old / new`; `nearest` takes the pixel it falls into, `bilinear` mixes the four around it. Nothing is
 * averaged when an image shrinks. TensorFlow: `tf.image.resize`.
 *
 * @example
 * const image = { data: Uint8Array.of(0, 100), shape: [1, 2, 1] };
 * resize(image, [1, 4]).data; // Uint8Array [0, 25, 75, 100]
 */
export function resize(
  image: ImageValues,
  [newHeight, newWidth]: readonly [height: number, width: number],
  interpolation: Interpolation = 'bilinear',
): ImageValues {
  const { data, shape } = image;
  const [height, width, channels] = shape;
  if (height === newHeight && width === newWidth) return image;
  const rows = interpolation === 'nearest' ? nearest(height, newHeight) : between(height, newHeight);
  const columns = interpolation === 'nearest' ? nearest(width, newWidth) : between(width, newWidth);
  const resized = new Uint8Array(newHeight * newWidth * channels);
  let at = 0;
  for (const { low: top, high: bottom, share: down } of rows) {
    for (const { low: left, high: right, share: along } of columns) {
      for (let channel = 0; channel < channels; channel++) {
        const value = (row: number, column: number) => data[(row * width + column) * channels + channel]!;
        const above = value(top, left) * (1 - along) + value(top, right) * along;
        const below = value(bottom, left) * (1 - along) + value(bottom, right) * along;
        resized[at++] = Math.round(above * (1 - down) + below * down);
      }
    }
  }
  return { data: resized, shape: [newHeight, newWidth, channels] };
}

/** Two neighbours, and how much of the second is taken. */
interface Mix {
  low: number;
  high: number;
  share: number;
}

function nearest(size: number, newSize: number): Mix[] {
  return Array.from({ length: newSize }, (_, index) => {
    const low = Math.min(size - 1, Math.floor(((index + 0.5) * size) / newSize));
    return { low, high: low, share: 0 };
  });
}

function between(size: number, newSize: number): Mix[] {
  return Array.from({ length: newSize }, (_, index) => {
    const place = ((index + 0.5) * size) / newSize - 0.5;
    const low = Math.max(0, Math.floor(place));
    const high = Math.min(size - 1, low + 1);
    return { low, high, share: Math.max(0, place - low) };
  });
}
