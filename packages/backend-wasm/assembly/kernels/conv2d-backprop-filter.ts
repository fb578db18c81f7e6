import { pointer, word } from '../lib/arguments';
import { multiplyPanels } from '../lib/multiply-panels';
import { gatherColumns } from '../lib/pack';
import { startOf } from '../lib/partition';
import { rowsOfTile } from '../lib/tile';
import { scratch, WORKSPACE } from '../program/scratch';

/** Pixels gone through before the sums go back to memory. */
const BLOCK_PIXELS: i32 = 256;
/** Filters packed at a time: 256 x 320 floats of scratch. */
const BLOCK_FILTERS: i32 = 320;

/**
 * The filter gradient of a convolution, NHWC: dW[ky, kx, c, f] = sum over pixels of in[seen through (ky, kx)][c] dy[pixel][f].
 * It is a product with the pixels as the long axis: dy's filters are the tile's rows, eight (tap, channel) pairs its
 * columns, packed per block of pixels by the thread that owns them; `sums` (filters x paddedRows floats, rows padded to 8)
 * collects the transpose, which is turned round at the end. Split by panels of eight (tap, channel) pairs.
 *
 * Arguments: 0 in, 1 dy, 2 dW, 3 batch, 4 height, 5 width, 6 channels, 7 outHeight, 8 outWidth, 9 filters, 10 kernelHeight,
 * 11 kernelWidth, 12 strideY, 13 strideX, 14 dilationY, 15 dilationX, 16 padTop, 17 padLeft, 18 sums.
 */
export function conv2dBackpropFilter(args: usize, thread: i32, threads: i32): void {
  const channels = word(args, 6), filters = word(args, 9);
  const rows = word(args, 10) * word(args, 11) * channels;
  const panels = (rows + 7) >> 3;
  const first = startOf(panels, thread, threads), last = startOf(panels, thread + 1, threads);
  if (first == last) return;
  const pixels = word(args, 3) * word(args, 7) * word(args, 8);
  const sums = pointer(args, 18);
  const sumBytes = <usize>panels << 5;
  const panelAddress = scratch + WORKSPACE;
  const packed = panelAddress + BLOCK_PIXELS * 32;
  const rowBytes = <usize>filters << 2;
  for (let filter = 0; filter < filters; filter += BLOCK_FILTERS) {
    const filtersHere = min(BLOCK_FILTERS, filters - filter);
    for (let pixel = 0; pixel < pixels; pixel += BLOCK_PIXELS) {
      const count = min(BLOCK_PIXELS, pixels - pixel);
      const source = pointer(args, 1) + <usize>pixel * rowBytes + (<usize>filter << 2);
      for (let f = 0; f < filtersHere; ) {
        const size = rowsOfTile(filtersHere - f);
        gatherColumns(size, source + (<usize>f << 2), rowBytes, count, min(size, filtersHere - f), packed + <usize>(f * count) * 4);
        f += size;
      }
      for (let panel = first; panel < last; panel++) {
        packColumns(args, panel << 3, min(8, rows - (panel << 3)), pixel, count, panelAddress);
        for (let f = 0; f < filtersHere; ) {
          const size = rowsOfTile(filtersHere - f);
          const corner = sums + <usize>(filter + f) * sumBytes + (<usize>panel << 5);
          multiplyPanels(size, packed + <usize>(f * count) * 4, panelAddress, 0, count, corner, sumBytes, min(size, filtersHere - f), 8, i32(pixel > 0));
          f += size;
        }
      }
    }
  }
  // Turn round: dW[row, filter] = sums[filter, row].
  const dw = pointer(args, 2);
  const end = min(rows, last << 3);
  for (let row = first << 3; row < end; row++) {
    let to = dw + <usize>row * rowBytes;
    let from = sums + (<usize>row << 2);
    for (let filter = 0; filter < filters; filter++) {
      store<f32>(to, load<f32>(from));
      to += 4;
      from += sumBytes;
    }
  }
}

/** Packs what `count` output pixels see of `columns` (tap, channel) pairs, from pair `first` on, to [pixel][8]. */
function packColumns(args: usize, first: i32, columns: i32, pixel: i32, count: i32, to: usize): void {
  const channels = word(args, 6), kernelWidth = word(args, 11);
  let column = 0;
  if (columns < 8) memory.fill(to, 0, <usize>count << 5);
  // A panel crosses from one tap to the next where the channels do not divide by eight.
  while (column < columns) {
    const pair = first + column;
    const tap = pair / channels;
    const channel = pair - tap * channels;
    const run = min(columns - column, channels - channel);
    const ky = tap / kernelWidth;
    packTap(args, ky, tap - ky * kernelWidth, channel, run, pixel, count, to + (<usize>column << 2));
    column += run;
  }
}

function packTap(args: usize, ky: i32, kx: i32, channel: i32, run: i32, pixel: i32, count: i32, to: usize): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outHeight = word(args, 7), outWidth = word(args, 8);
  const strideY = word(args, 12), strideX = word(args, 13);
  const offsetY = ky * word(args, 14) - word(args, 16), offsetX = kx * word(args, 15) - word(args, 17);
  const pixelBytes = <usize>channels << 2;
  const input = pointer(args, 0) + (<usize>channel << 2);
  let image = pixel / (outHeight * outWidth);
  const inside = pixel - image * outHeight * outWidth;
  let outY = inside / outWidth;
  let outX = inside - outY * outWidth;
  while (count > 0) {
    const y = outY * strideY + offsetY;
    const here = min(count, outWidth - outX);
    if (<u32>y >= <u32>height) {
      for (let i = 0; i < here; i++) {
        memory.fill(to, 0, <usize>run << 2);
        to += 32;
      }
    } else {
      const line = input + <usize>((image * height + y) * width) * pixelBytes;
      let x = outX * strideX + offsetX;
      if (run == 8) {
        for (let i = 0; i < here; i++) {
          if (<u32>x < <u32>width) {
            const from = line + <usize>x * pixelBytes;
            v128.store(to, v128.load(from));
            v128.store(to, v128.load(from, 16), 16);
          } else {
            v128.store(to, f32x4.splat(0));
            v128.store(to, f32x4.splat(0), 16);
          }
          x += strideX;
          to += 32;
        }
      } else {
        for (let i = 0; i < here; i++) {
          const there = <u32>x < <u32>width;
          const from = line + <usize>x * pixelBytes;
          for (let c = 0; c < run; c++) store<f32>(to + (<usize>c << 2), there ? load<f32>(from + (<usize>c << 2)) : 0);
          x += strideX;
          to += 32;
        }
      }
    }
    count -= here;
    outX += here;
    if (outX == outWidth) {
      outX = 0;
      if (++outY == outHeight) {
        outY = 0;
        image++;
      }
    }
  }
}
