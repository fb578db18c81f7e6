import type { ByteImages } from './pixels';

/**
 * Some of the images, in this order, as images of their own.
 *
 * @example
 * pickImages({ data: Uint8Array.of(1, 2, 3), shape: [3, 1, 1, 1] }, [2, 0]); // { data: [3, 1], shape: [2, 1, 1, 1] }
 */
export function pickImages(
  { data, shape }: ByteImages,
  indices: readonly number[],
): { data: Uint8Array; shape: number[] } {
  const [, ...one] = shape;
  const size = one.reduce((product, length) => product * length, 1);
  const picked = new Uint8Array(indices.length * size);
  indices.forEach((from, to) => {
    picked.set(data.subarray(from * size, (from + 1) * size), to * size);
  });
  return { data: picked, shape: [indices.length, ...one] };
}
