import { float, pointer, word } from '../lib/arguments';
import { BLOCK_COLUMNS } from '../lib/blocks';
import { finishRow, multiplyPanels } from '../lib/multiply-panels';
import { interleaveRows } from '../lib/pack';
import { firstRowOf } from '../lib/partition';
import { rowsOfTile } from '../lib/tile';
import { scratch, WORKSPACE } from '../program/scratch';

/** The address of the channels of pixel (y, x) of an image, or `zeros` outside it. */
// @ts-ignore: decorator
@inline
function seen(image: usize, zeros: usize, y: i32, x: i32, height: i32, width: i32, pixelBytes: usize): usize {
  if (<u32>y >= <u32>height || <u32>x >= <u32>width) return zeros;
  return image + <usize>(y * width + x) * pixelBytes;
}

/**
 * Convolution, NHWC: out[b, y, x, :] = activation(sum over taps of in[b, y * stride + ky * dilation - pad, ...] W[ky, kx] + bias).
 * The patches of a tile of output pixels are packed, interleaved, into L1 and multiplied with all panels of the packed weights.
 * W is packed by `packPanels` as [taps * channels, filters]. Split by fours of output pixels.
 *
 * Arguments: 0 in, 1 panels, 2 out, 3 batch, 4 height, 5 width, 6 channels, 7 outHeight, 8 outWidth, 9 filters, 10 kernelHeight,
 * 11 kernelWidth, 12 strideY, 13 strideX, 14 dilationY, 15 dilationX, 16 padTop, 17 padLeft, 18 zeros (at least channels
 * floats), 19 bias, 20 activation, 21 slope, 22 alpha, 23 tapsPerBlock.
 */
export function conv2d(args: usize, thread: i32, threads: i32): void {
  const pixels = word(args, 3) * word(args, 7) * word(args, 8);
  const first = firstRowOf(pixels, thread, threads), end = firstRowOf(pixels, thread + 1, threads);
  const filters = word(args, 9);
  const channels = word(args, 6);
  const taps = word(args, 10) * word(args, 11);
  const tapsPerBlock = word(args, 23);
  const rowBytes = <usize>filters << 2;
  const panelBytes = <usize>(taps * channels) << 5;
  const panels = pointer(args, 1);
  const packed = scratch + WORKSPACE;
  for (let column = 0; column < filters; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, filters - column);
    for (let tap = 0; tap < taps; tap += tapsPerBlock) {
      const tapsHere = min(tapsPerBlock, taps - tap);
      const from = panels + <usize>(column >> 3) * panelBytes + (<usize>(tap * channels) << 5);
      for (let pixel = first; pixel < end; ) {
        const size = rowsOfTile(end - pixel);
        const rows = min(size, end - pixel);
        packPatches(args, size, pixel, rows, tap, tapsHere, packed);
        const corner = pointer(args, 2) + <usize>pixel * rowBytes + (<usize>column << 2);
        multiplyPanels(size, packed, from, panelBytes, tapsHere * channels, corner, rowBytes, rows, columns, i32(tap > 0));
        if (tap + tapsHere == taps) finishRow(corner, rows, columns, rowBytes, column, pointer(args, 19), word(args, 20), pointer(args, 21), float(args, 22));
        pixel += size;
      }
    }
  }
}

/** Packs what a tile of `rows` output pixels, from `pixel` on, sees through `taps` taps, from `tap` on, to [tap, channel][size]. */
function packPatches(args: usize, size: i32, pixel: i32, rows: i32, tap: i32, taps: i32, to: usize): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outHeight = word(args, 7), outWidth = word(args, 8), kernelWidth = word(args, 11);
  const dilationY = word(args, 14), dilationX = word(args, 15);
  const zeros = pointer(args, 18);
  const pixelBytes = <usize>channels << 2;
  const imageBytes = <usize>(height * width) * pixelBytes;
  const input = pointer(args, 0);
  // Where each of the pixels starts in its image: one that does not exist sits far outside and sees zeros.
  let y0 = -1000000, y1 = y0, y2 = y0, y3 = y0, y4 = y0, y5 = y0, x0 = 0, x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0;
  let image0 = input, image1 = input, image2 = input, image3 = input, image4 = input, image5 = input;
  for (let row = 0; row < rows; row++) {
    const index = pixel + row;
    const image = index / (outHeight * outWidth);
    const inside = index - image * outHeight * outWidth;
    const outY = inside / outWidth;
    const y = outY * word(args, 12) - word(args, 16);
    const x = (inside - outY * outWidth) * word(args, 13) - word(args, 17);
    const address = input + <usize>image * imageBytes;
    switch (row) {
      case 0: y0 = y; x0 = x; image0 = address; break;
      case 1: y1 = y; x1 = x; image1 = address; break;
      case 2: y2 = y; x2 = x; image2 = address; break;
      case 3: y3 = y; x3 = x; image3 = address; break;
      case 4: y4 = y; x4 = x; image4 = address; break;
      default: y5 = y; x5 = x; image5 = address;
    }
  }
  // Of four the last two do not count.
  if (size == 4) {
    y4 = y5 = y3;
    x4 = x5 = x3;
  }
  // Where all patches lie wholly inside, the run over (kx, channel) is contiguous and is packed in one go.
  const kernelHeight = word(args, 10);
  const lastY = height - 1 - (kernelHeight - 1) * dilationY, lastX = width - kernelWidth;
  const inner = dilationX == 1
    && min(min(min(min(min(y0, y1), y2), y3), y4), y5) >= 0 && max(max(max(max(max(y0, y1), y2), y3), y4), y5) <= lastY
    && min(min(min(min(min(x0, x1), x2), x3), x4), x5) >= 0 && max(max(max(max(max(x0, x1), x2), x3), x4), x5) <= lastX;
  let ky = tap / kernelWidth, kx = tap - ky * kernelWidth;
  while (taps > 0) {
    const dy = ky * dilationY, dx = kx * dilationX;
    const run = inner ? min(taps, kernelWidth - kx) : 1;
    interleaveRows(
      size,
      seen(image0, zeros, y0 + dy, x0 + dx, height, width, pixelBytes),
      seen(image1, zeros, y1 + dy, x1 + dx, height, width, pixelBytes),
      seen(image2, zeros, y2 + dy, x2 + dx, height, width, pixelBytes),
      seen(image3, zeros, y3 + dy, x3 + dx, height, width, pixelBytes),
      seen(image4, zeros, y4 + dy, x4 + dx, height, width, pixelBytes),
      seen(image5, zeros, y5 + dy, x5 + dx, height, width, pixelBytes),
      run * channels, to);
    to += <usize>(run * channels * size) << 2;
    taps -= run;
    kx += run;
    if (kx == kernelWidth) {
      kx = 0;
      ky++;
    }
  }
}
