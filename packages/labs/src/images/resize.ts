import type { GreyImage } from './grey-image';

/**
 * Scales an image to a new size: each new pixel is the mean of the area it covers, parts of pixels by their share.
 *
 * Area averaging is what made MNIST's soft edges from the black and white scans it began with.
 *
 * @example
 * resizeByArea({ width: 2, height: 2, data: Float32Array.of(0, 1, 1, 0) }, 1, 1).data; // Float32Array [0.5]
 */
export function resizeByArea(image: GreyImage, width: number, height: number): GreyImage {
  const rows = squeeze(image.data, image.width, image.height, width);
  // The same along the other axis, on the transposed picture.
  const columns = squeeze(transpose(rows, width, image.height), image.height, width, height);
  return { width, height, data: transpose(columns, height, width) };
}

/** Averages along rows: `[rows, from]` becomes `[rows, to]`. */
function squeeze(data: Float32Array, from: number, rows: number, to: number): Float32Array {
  const result = new Float32Array(rows * to);
  const scale = from / to;
  for (let target = 0; target < to; target++) {
    const [start, end] = [target * scale, (target + 1) * scale];
    const last = Math.min(from, Math.ceil(end - 1e-9));
    for (let source = Math.floor(start + 1e-9); source < last; source++) {
      const share = (Math.min(end, source + 1) - Math.max(start, source)) / scale;
      for (let row = 0; row < rows; row++) result[row * to + target]! += share * data[row * from + source]!;
    }
  }
  return result;
}

function transpose(data: Float32Array, width: number, height: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) result[x * height + y] = data[y * width + x]!;
  return result;
}
