import { float, pointer, word } from '../lib/arguments';
import { epilogue } from '../lib/epilogue';
import { startOf } from '../lib/partition';
import { weightedWindow } from '../lib/weighted-window';
import { firstTap, inPixels, lastTap, outPixels } from '../lib/window';

/**
 * Depthwise convolution, NHWC, one filter per channel:
 * out[b, y, x, c] = activation(sum over taps of in[b, y * stride + ky * dilation - pad, …][c] W[ky, kx][c] + bias[c]).
 * More filters per channel come as repeated channels. Split by output pixels.
 *
 * Arguments: 0 to 21 as in lib/window.ts with depth 1, 22 W, 23 bias, 24 activation, 25 slope, 26 alpha.
 */
export function depthwiseConv2d(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outHeight = word(args, 8), outWidth = word(args, 9), kernelWidth = word(args, 12);
  const dilationY = word(args, 17), dilationX = word(args, 18);
  const pixelBytes = <usize>channels << 2;
  const stepX = pixelBytes * dilationX, stepY = pixelBytes * width * dilationY;
  const perImage = outPixels(args);
  const imageBytes = pixelBytes * inPixels(args);
  const pixels = word(args, 2) * perImage;
  const last = startOf(pixels, thread + 1, threads);
  let pixel = startOf(pixels, thread, threads);
  if (pixel == last) return;
  let to = pointer(args, 1) + <usize>pixel * pixelBytes;
  let image = pointer(args, 0) + <usize>(pixel / perImage) * imageBytes;
  const inside = pixel % perImage;
  let y = inside / outWidth, x = inside % outWidth;
  for (; pixel < last; pixel++) {
    const startY = y * word(args, 14) - word(args, 20), startX = x * word(args, 15) - word(args, 21);
    const firstY = firstTap(startY, dilationY), firstX = firstTap(startX, dilationX);
    const countY = lastTap(startY, height, word(args, 11), dilationY) - firstY;
    const countX = lastTap(startX, width, kernelWidth, dilationX) - firstX;
    const from = image + <usize>((startY + firstY * dilationY) * width + startX + firstX * dilationX) * pixelBytes;
    const weights = pointer(args, 22) + <usize>(firstY * kernelWidth + firstX) * pixelBytes;
    weightedWindow(from, countY, countX, stepY, stepX, weights, pixelBytes * kernelWidth, pixelBytes, to, channels);
    epilogue(to, 1, channels, pixelBytes, pointer(args, 23), word(args, 24), pointer(args, 25), float(args, 26));
    to += pixelBytes;
    if (++x == outWidth) {
      x = 0;
      if (++y == outHeight) {
        y = 0;
        image += imageBytes;
      }
    }
  }
}
