import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { THROUGH_ROWS, tileThrough } from '../lib/tile-through';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * The filter gradient of a convolution of stride 1 with few channels, NHWC, in parts: a part is some images of the batch,
 * always the same ones, and is summed by one thread, so that nothing is packed twice and each image is gone through once.
 * A band of an image is copied to padded lines; what a pixel sees of one line of the filter is one run of it, kernelWidth *
 * channels floats, taken by fives. Filters are a multiple of eight. `sums` gets [part][ky][run, rounded up to fives][filter],
 * which `Conv2DAddParts` adds up. Split by parts.
 *
 * Arguments: 0 in, 1 dy, 2 sums, 3 batch, 4 height, 5 width, 6 channels, 7 outHeight, 8 outWidth, 9 filters, 10 kernelHeight,
 * 11 kernelWidth, 12 padTop, 13 padLeft, 14 bandRows, 15 parts.
 */
export function conv2dLinesBackpropFilter(args: usize, thread: i32, threads: i32): void {
  const batch = word(args, 3), outHeight = word(args, 7), outWidth = word(args, 8), filters = word(args, 9);
  const kernelHeight = word(args, 10), kernelWidth = word(args, 11), bandRows = word(args, 14), parts = word(args, 15);
  const fives = (kernelWidth * word(args, 6) + THROUGH_ROWS - 1) / THROUGH_ROWS;
  const partBytes = <usize>(kernelHeight * fives * THROUGH_ROWS * filters) << 2;
  const lineBytes = <usize>((outWidth + kernelWidth - 1) * word(args, 6)) << 2;
  const offsets = scratch + WORKSPACE;
  const lines = offsets + (<usize>(bandRows * outWidth) << 2);
  for (let row = 0, to = offsets; row < bandRows; row++) {
    for (let x = 0; x < outWidth; x++) {
      store<u32>(to, row * <i32>lineBytes + ((x * word(args, 6)) << 2));
      to += 4;
    }
  }
  const last = startOf(parts, thread + 1, threads);
  for (let part = startOf(parts, thread, threads); part < last; part++) {
    const sums = pointer(args, 2) + <usize>part * partBytes;
    memory.fill(sums, 0, partBytes);
    const end = startOf(batch, part + 1, parts);
    for (let image = startOf(batch, part, parts); image < end; image++) {
      for (let y = 0; y < outHeight; y += bandRows) {
        const rows = min(bandRows, outHeight - y);
        copyLines(args, image, y - word(args, 12), rows + kernelHeight - 1, lineBytes, lines);
        const dy = pointer(args, 1) + (<usize>((image * outHeight + y) * outWidth) * <usize>filters << 2);
        for (let ky = 0; ky < kernelHeight; ky++) addLine(lines + <usize>ky * lineBytes, offsets, dy, rows * outWidth, filters, fives, sums + <usize>(ky * fives * THROUGH_ROWS * filters << 2));
      }
    }
  }
}

function addLine(line: usize, offsets: usize, dy: usize, pixels: i32, filters: i32, fives: i32, sums: usize): void {
  const rowBytes = <usize>filters << 2;
  for (let filter: usize = 0; filter < rowBytes; filter += 32) {
    let c = sums + filter;
    for (let five = 0; five < fives; five++) {
      tileThrough(line + <usize>(five * THROUGH_ROWS * 4), offsets, dy + filter, rowBytes, pixels, c, rowBytes, c, rowBytes);
      c += rowBytes * THROUGH_ROWS;
    }
  }
}

/** Copies `count` lines of an image from line `y` on, zeros outside it, `lineBytes` each. */
function copyLines(args: usize, image: i32, y: i32, count: i32, lineBytes: usize, to: usize): void {
  const height = word(args, 4), width = word(args, 5), left = word(args, 13);
  const pixelBytes = <usize>word(args, 6) << 2;
  const firstX = max(0, -left);
  const before = <usize>max(0, left) * pixelBytes;
  const bytes = min(<i32>(<usize>(width - firstX) * pixelBytes), <i32>lineBytes - <i32>before);
  for (let line = 0; line < count; line++) {
    if (<u32>(y + line) < <u32>height && bytes > 0) {
      memory.fill(to, 0, before);
      memory.copy(to + before, pointer(args, 0) + <usize>((image * height + y + line) * width + firstX) * pixelBytes, bytes);
      memory.fill(to + before + bytes, 0, lineBytes - before - bytes);
    } else {
      memory.fill(to, 0, lineBytes);
    }
    to += lineBytes;
  }
}
