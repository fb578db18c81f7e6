import { float, pointer, word } from '../lib/arguments';
import { epilogue } from '../lib/epilogue';
import { startOf } from '../lib/partition';
import { TILE_COLUMNS } from '../lib/tile';
import { THROUGH_ROWS, tileThrough, tileThroughAtEdge } from '../lib/tile-through';
import { scratch, WORKSPACE, ZEROS } from '../program/scratch';

/**
 * Convolution of stride 1 with few channels, NHWC, where packing every patch would cost more than the products: a band of
 * an image is turned once into padded planes, one a channel, in the thread's scratch. There five neighbouring output
 * pixels see, through any tap, five neighbouring floats. Output rows are at least five pixels wide; the last tile of a row
 * moves back until it fits, and computes some pixels again.
 * W is packed by `packPanels` as [taps * channels, filters]. Split by bands of `bandRows` output rows.
 *
 * Arguments: 0 in, 1 panels, 2 out, 3 batch, 4 height, 5 width, 6 channels, 7 outHeight, 8 outWidth, 9 filters, 10 kernelHeight,
 * 11 kernelWidth, 12 dilationY, 13 dilationX, 14 padTop, 15 padLeft, 16 bias, 17 activation, 18 slope, 19 alpha, 20 bandRows.
 */
export function conv2dPlanes(args: usize, thread: i32, threads: i32): void {
  const outHeight = word(args, 7), outWidth = word(args, 8), bandRows = word(args, 20);
  const bands = (outHeight + bandRows - 1) / bandRows;
  const units = word(args, 3) * bands;
  const first = startOf(units, thread, threads), last = startOf(units, thread + 1, threads);
  if (first == last) return;
  const reachY = (word(args, 10) - 1) * word(args, 12), lineWidth = outWidth + (word(args, 11) - 1) * word(args, 13);
  const planeBytes = <usize>((bandRows + reachY) * lineWidth) << 2;
  const offsets = scratch + WORKSPACE;
  const planes = offsets + (<usize>(word(args, 10) * word(args, 11) * word(args, 6)) << 2);
  listOffsets(args, lineWidth, planeBytes, offsets);
  for (let unit = first; unit < last; unit++) {
    const image = unit / bands;
    const y = (unit - image * bands) * bandRows;
    const rows = min(bandRows, outHeight - y);
    copyPlanes(args, image, y - word(args, 14), rows + reachY, lineWidth, planes, planeBytes);
    for (let row = 0; row < rows; row++) {
      convolveRow(args, planes + (<usize>(row * lineWidth) << 2), offsets, (image * outHeight + y + row) * outWidth);
    }
  }
}

/** Where step (tap, channel) of a patch lies, from its first float. */
function listOffsets(args: usize, lineWidth: i32, planeBytes: usize, to: usize): void {
  for (let ky = 0; ky < word(args, 10); ky++) {
    for (let kx = 0; kx < word(args, 11); kx++) {
      const offset = (ky * word(args, 12) * lineWidth + kx * word(args, 13)) << 2;
      for (let channel = 0; channel < word(args, 6); channel++) {
        store<u32>(to, offset + channel * <i32>planeBytes);
        to += 4;
      }
    }
  }
}

/** Copies `lines` lines of an image from line `y` on, zeros outside it, to [channel][line][lineWidth]. */
function copyPlanes(args: usize, image: i32, y: i32, lines: i32, lineWidth: i32, to: usize, planeBytes: usize): void {
  const height = word(args, 4), width = word(args, 5), channels = word(args, 6), left = word(args, 15);
  const pixelBytes = <usize>channels << 2;
  const firstX = max(0, -left), firstTo = <usize>max(0, left) << 2;
  const count = min(width - firstX, lineWidth - max(0, left));
  for (let channel = 0; channel < channels; channel++) memory.fill(to + <usize>channel * planeBytes, 0, <usize>(lines * lineWidth) << 2);
  if (count <= 0) return;
  for (let line = 0; line < lines; line++) {
    if (<u32>(y + line) < <u32>height) {
      const from = pointer(args, 0) + <usize>((image * height + y + line) * width + firstX) * pixelBytes;
      copyLine(from, channels, count, to + (<usize>(line * lineWidth) << 2) + firstTo, planeBytes);
    }
  }
}

function copyLine(from: usize, channels: i32, count: i32, to: usize, planeBytes: usize): void {
  if (channels == 1) {
    memory.copy(to, from, <usize>count << 2);
    return;
  }
  const pixelBytes = <usize>channels << 2;
  let channel = 0;
  for (; channel + 4 <= channels; channel += 4) {
    const plane1 = to + planeBytes, plane2 = plane1 + planeBytes, plane3 = plane2 + planeBytes;
    let at = from;
    for (let offset: usize = 0, end = <usize>count << 2; offset < end; offset += 4) {
      const lanes = v128.load(at);
      v128.store_lane<f32>(to + offset, lanes, 0);
      v128.store_lane<f32>(plane1 + offset, lanes, 1);
      v128.store_lane<f32>(plane2 + offset, lanes, 2);
      v128.store_lane<f32>(plane3 + offset, lanes, 3);
      at += pixelBytes;
    }
    from += 16;
    to = plane3 + planeBytes;
  }
  for (; channel < channels; channel++) {
    let at = from;
    for (let offset: usize = 0, end = <usize>count << 2; offset < end; offset += 4) {
      store<f32>(to + offset, load<f32>(at));
      at += pixelBytes;
    }
    from += 4;
    to += planeBytes;
  }
}

/** One row of output pixels, from pixel `pixel` of all on. */
function convolveRow(args: usize, line: usize, offsets: usize, pixel: i32): void {
  const outWidth = word(args, 8), filters = word(args, 9);
  const k = word(args, 10) * word(args, 11) * word(args, 6);
  const rowBytes = <usize>filters << 2;
  const panelBytes = <usize>k << 5;
  const bias = pointer(args, 16), slope = pointer(args, 18);
  const zeros = scratch + ZEROS;
  const out = pointer(args, 2) + <usize>pixel * rowBytes;
  let x = 0;
  while (true) {
    let panel = pointer(args, 1);
    let c = out + <usize>x * rowBytes;
    const base = line + (<usize>x << 2);
    let column = 0;
    for (; column + TILE_COLUMNS <= filters; column += TILE_COLUMNS) {
      tileThrough(base, offsets, panel, 32, k, zeros, 0, c, rowBytes);
      panel += panelBytes;
      c += 32;
    }
    if (column < filters) tileThroughAtEdge(base, offsets, panel, k, zeros, c, rowBytes, filters - column, scratch);
    if (x + THROUGH_ROWS >= outWidth) break;
    x = min(x + THROUGH_ROWS, outWidth - THROUGH_ROWS);
  }
  // The bias comes last, as where it is an instruction of its own: a compiled step gives the bits of the eager one.
  // With neither of the per-filter vectors the row is one.
  if (slope == 0 && bias == 0) epilogue(out, 1, outWidth * filters, rowBytes, 0, word(args, 17), 0, float(args, 19));
  else epilogue(out, outWidth, filters, rowBytes, bias, word(args, 17), slope, float(args, 19));
}
