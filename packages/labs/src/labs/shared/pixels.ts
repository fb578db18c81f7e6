/** Images as bytes: `data` row by row, `shape` as [images, height, width, channels]. */
export interface ByteImages {
  data: Uint8Array;
  shape: readonly number[];
}

/**
 * Brings pixels from 0 … 255 to 0 … 1: `x / 255`.
 *
 * @example
 * normalise({ data: Uint8Array.of(0, 51, 255), shape: [1, 1, 3, 1] }).data; // Float32Array [0, 0.2, 1]
 */
export function normalise({ data, shape }: ByteImages): { data: Float32Array; shape: readonly number[] } {
  const scaled = new Float32Array(data.length);
  for (let index = 0; index < data.length; index++) scaled[index] = data[index]! / 255;
  return { data: scaled, shape };
}

/**
 * The mean and the standard deviation of normalised pixels: what one would subtract and divide by to standardise them.
 *
 * @example
 * pixelStatistics(Uint8Array.of(0, 255)); // { mean: 0.5, deviation: 0.5 }
 */
export function pixelStatistics(data: Uint8Array): { mean: number; deviation: number } {
  const counts = new Float64Array(256);
  for (const value of data) counts[value]! += 1;
  const moment = (power: number) =>
    counts.reduce((sum, count, value) => sum + count * (value / 255) ** power, 0) / data.length;
  const mean = moment(1);
  return { mean, deviation: Math.sqrt(Math.max(0, moment(2) - mean ** 2)) };
}
