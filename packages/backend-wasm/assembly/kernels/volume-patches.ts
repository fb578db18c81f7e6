import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { outPixels } from '../lib/window';

/**
 * Writes what output pixels of a convolution see, NDHWC, as the rows of a matrix: out[pixel, (kz, ky, kx, channel)], padding
 * as zeros. With `spread` > 1 the input is thought of as spread out, `spread` - 1 zeros between its elements. Split by pixels.
 *
 * Arguments: 0 to 21 as in lib/window.ts, 22 to 24 spreadZ, spreadY, spreadX, 25 first pixel, 26 pixels.
 */
export function volumePatches(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outHeight = word(args, 8), outWidth = word(args, 9);
  const kernelDepth = word(args, 10), kernelHeight = word(args, 11), kernelWidth = word(args, 12);
  const pixelBytes = <usize>channels << 2;
  const perImage = outPixels(args);
  const pixels = word(args, 26);
  const last = startOf(pixels, thread + 1, threads);
  let index = startOf(pixels, thread, threads);
  let to = pointer(args, 1) + <usize>(index * kernelDepth * kernelHeight * kernelWidth) * pixelBytes;
  for (; index < last; index++) {
    const pixel = word(args, 25) + index;
    const image = pixel / perImage, inside = pixel % perImage;
    const startZ = inside / (outHeight * outWidth) * word(args, 13) - word(args, 19);
    const startY = inside / outWidth % outHeight * word(args, 14) - word(args, 20);
    const startX = inside % outWidth * word(args, 15) - word(args, 21);
    for (let kz = 0; kz < kernelDepth; kz++) {
      const z = place(startZ + kz * word(args, 16), word(args, 22), word(args, 3));
      for (let ky = 0; ky < kernelHeight; ky++) {
        const y = place(startY + ky * word(args, 17), word(args, 23), height);
        if (z < 0 || y < 0) {
          memory.fill(to, 0, pixelBytes * kernelWidth);
          to += pixelBytes * kernelWidth;
          continue;
        }
        const line = pointer(args, 0) + <usize>(((image * word(args, 3) + z) * height + y) * width) * pixelBytes;
        for (let kx = 0; kx < kernelWidth; kx++) {
          const x = place(startX + kx * word(args, 18), word(args, 24), width);
          if (x < 0) memory.fill(to, 0, pixelBytes);
          else memory.copy(to, line + <usize>x * pixelBytes, pixelBytes);
          to += pixelBytes;
        }
      }
    }
  }
}

/** Where on an axis of `size` a tap at `at` looks; -1 if at nothing. */
// @ts-ignore: decorator
@inline
function place(at: i32, spread: i32, size: i32): i32 {
  if (spread > 1) {
    if (at % spread) return -1;
    at /= spread;
  }
  return <u32>at < <u32>size ? at : -1;
}
