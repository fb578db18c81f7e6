import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';
import { multiplyAdd } from '../lib/vector';
import { inPixels } from '../lib/window';

/**
 * The filter gradient of a depthwise convolution, NHWC: dW[ky, kx][c] = sum over output pixels of in[seen through (ky, kx)][c]
 * dy[pixel][c]. Each line of output pixels is summed by itself and then added, which keeps rounding small. A thread owns
 * groups of four channels and goes through the lines in order.
 *
 * Arguments: 0 to 21 as in lib/window.ts with depth 1, where 1 is dW; 22 dy.
 */
export function depthwiseConv2dBackpropFilter(args: usize, thread: i32, threads: i32): void {
  const channels = word(args, 6);
  const groups = (channels + 3) >> 2;
  const first = startOf(groups, thread, threads) << 2, last = min(channels, startOf(groups, thread + 1, threads) << 2);
  if (first >= last) return;
  const batch = word(args, 2), height = word(args, 4), width = word(args, 5);
  const outHeight = word(args, 8), outWidth = word(args, 9), kernelHeight = word(args, 11), kernelWidth = word(args, 12);
  const pixelBytes = <usize>channels << 2;
  const offset = <usize>first << 2;
  const dw = pointer(args, 1) + offset;
  clear(dw, kernelHeight * kernelWidth, pixelBytes, <usize>(last - first) << 2);
  let dy = pointer(args, 22) + offset;
  for (let image = 0; image < batch; image++) {
    const input = pointer(args, 0) + <usize>(image * inPixels(args)) * pixelBytes + offset;
    for (let outY = 0; outY < outHeight; outY++) {
      for (let ky = 0; ky < kernelHeight; ky++) {
        const y = outY * word(args, 14) + ky * word(args, 17) - word(args, 20);
        if (<u32>y >= <u32>height) continue;
        addLine(args, input + <usize>(y * width) * pixelBytes, dy, dw + <usize>(ky * kernelWidth) * pixelBytes, last - first);
      }
      dy += <usize>outWidth * pixelBytes;
    }
  }
}

/** Adds what one line of output pixels gives to the taps of one line of the filter. */
function addLine(args: usize, line: usize, dy: usize, dw: usize, channels: i32): void {
  const width = word(args, 5), outWidth = word(args, 9), kernelWidth = word(args, 12);
  const stride = word(args, 15), dilation = word(args, 18), pad = word(args, 21);
  const pixelBytes = <usize>word(args, 6) << 2;
  const step = pixelBytes * stride;
  for (let kx = 0; kx < kernelWidth; kx++) {
    // Output pixels whose tap lies inside: 0 <= x * stride + shift < width.
    const shift = kx * dilation - pad;
    const firstX = shift < 0 ? (stride - 1 - shift) / stride : 0;
    const lastX = shift >= width ? 0 : min(outWidth, (width - 1 - shift) / stride + 1);
    const from = line + <usize>(firstX * stride + shift) * pixelBytes;
    const gradient = dy + <usize>firstX * pixelBytes;
    const to = dw + <usize>kx * pixelBytes;
    for (let channel = 0; channel < channels; channel += 4) {
      const lanes = channels - channel;
      const at = <usize>channel << 2;
      let x = from + at, g = gradient + at;
      let sum = f32x4.splat(0);
      for (let pixel = firstX; pixel < lastX; pixel++) {
        sum = multiplyAdd(loadLanes(x, lanes), loadLanes(g, lanes), sum);
        x += step;
        g += pixelBytes;
      }
      storeLanes(to + at, f32x4.add(loadLanes(to + at, lanes), sum), lanes);
    }
  }
}

function clear(to: usize, taps: i32, tapBytes: usize, bytes: usize): void {
  for (let tap = 0; tap < taps; tap++) {
    memory.fill(to, 0, bytes);
    to += tapBytes;
  }
}
