import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { weightedWindow } from '../lib/weighted-window';
import { inPixels, outPixels } from '../lib/window';

/**
 * The input gradient of a depthwise convolution, NHWC: dx[y, x][c] = sum over the taps (ky, kx) through which an output pixel
 * saw (y, x) of dy[that pixel][c] W[ky, kx][c]. Along each axis those taps lie evenly apart, so they are a window too.
 * Split by input pixels.
 *
 * Arguments: 0 to 21 as in lib/window.ts with depth 1, where 0 is dy and 1 dx; 22 W.
 */
export function depthwiseConv2dBackpropInput(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outHeight = word(args, 8), outWidth = word(args, 9), kernelHeight = word(args, 11), kernelWidth = word(args, 12);
  const strideY = word(args, 14), strideX = word(args, 15), dilationY = word(args, 17), dilationX = word(args, 18);
  const everyY = tapStep(strideY, dilationY), everyX = tapStep(strideX, dilationX);
  // The next tap along an axis sees the same element from an earlier output pixel: the steps through dy are negative.
  const backY = everyY * dilationY / strideY, backX = everyX * dilationX / strideX;
  const pixelBytes = <usize>channels << 2;
  const stepX = <usize>0 - pixelBytes * backX, stepY = <usize>0 - pixelBytes * outWidth * backY;
  const weightX = pixelBytes * everyX, weightY = pixelBytes * kernelWidth * everyY;
  const perImage = inPixels(args);
  const imageBytes = pixelBytes * outPixels(args);
  const pixels = word(args, 2) * perImage;
  const last = startOf(pixels, thread + 1, threads);
  let pixel = startOf(pixels, thread, threads);
  if (pixel == last) return;
  let to = pointer(args, 1) + <usize>pixel * pixelBytes;
  let image = pointer(args, 0) + <usize>(pixel / perImage) * imageBytes;
  const inside = pixel % perImage;
  let y = inside / width, x = inside % width;
  for (; pixel < last; pixel++) {
    const reachY = y + word(args, 20), reachX = x + word(args, 21);
    const firstY = firstSeen(reachY, outHeight, kernelHeight, strideY, dilationY), firstX = firstSeen(reachX, outWidth, kernelWidth, strideX, dilationX);
    const countY = countSeen(reachY, firstY, kernelHeight, everyY, dilationY), countX = countSeen(reachX, firstX, kernelWidth, everyX, dilationX);
    const pixelY = (reachY - firstY * dilationY) / strideY, pixelX = (reachX - firstX * dilationX) / strideX;
    const from = image + <usize>(pixelY * outWidth + pixelX) * pixelBytes;
    const weights = pointer(args, 22) + <usize>(firstY * kernelWidth + firstX) * pixelBytes;
    weightedWindow(from, countY, countX, stepY, stepX, weights, weightY, weightX, to, channels);
    to += pixelBytes;
    if (++x == width) {
      x = 0;
      if (++y == height) {
        y = 0;
        image += imageBytes;
      }
    }
  }
}

/** How far apart the taps are that fall on output pixels: stride / gcd(stride, dilation). */
function tapStep(stride: i32, dilation: i32): i32 {
  let a = stride, b = dilation;
  while (b) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return stride / a;
}

/** The first tap through which an output pixel inside the output sees `reach` (position plus padding); `kernel` if none does. */
function firstSeen(reach: i32, out: i32, kernel: i32, stride: i32, dilation: i32): i32 {
  const past = reach - (out - 1) * stride;
  let tap = past > 0 ? (past + dilation - 1) / dilation : 0;
  while (tap < kernel && (reach - tap * dilation) % stride != 0) tap++;
  return min(tap, kernel);
}

/** How many taps, `every` apart from `first` on, see `reach`. */
function countSeen(reach: i32, first: i32, kernel: i32, every: i32, dilation: i32): i32 {
  if (first == kernel || reach < first * dilation) return 0;
  return (min(kernel - 1, reach / dilation) - first) / every + 1;
}
