import { pointer, word } from '../lib/arguments';
import { BLOCK_COLUMNS } from '../lib/blocks';
import { multiplyPanels } from '../lib/multiply-panels';
import { interleaveRows } from '../lib/pack';
import { firstRowOf } from '../lib/partition';
import { rowsOfTile, TILE_ROWS } from '../lib/tile';
import { scratch, WORKSPACE } from '../program/scratch';

/** Scratch: from where and to where the pixels of a tile go, two words each; then sums of theirs; then what is packed. */
const PLACES: usize = WORKSPACE;
const SUMS: usize = PLACES + 64;
const PACKED: usize = SUMS + TILE_ROWS * (<usize>BLOCK_COLUMNS << 2);

/**
 * The input gradient of a strided convolution, NHWC: dx[b, y, x, :] = sum over the taps with (y + padTop - ky * dilationY) a
 * multiple of strideY, and x alike, of W[ky, kx] dy[b, (y + padTop - ky * dilationY) / strideY, ...]. Pixels of one phase,
 * (y mod strideY, x mod strideX), have the same such taps, so that each phase is a convolution of dy with those alone, whose
 * pixels go by tiles. W is packed by `packPanels` as [taps, last first * filters, channels]. Split by fours of a phase's pixels.
 *
 * Arguments: 0 dy, 1 panels, 2 dx, 3 batch, 4 outHeight, 5 outWidth, 6 filters, 7 height, 8 width, 9 channels, 10 kernelHeight,
 * 11 kernelWidth, 12 strideY, 13 strideX, 14 dilationY, 15 dilationX, 16 padTop, 17 padLeft, 18 zeros (at least filters floats).
 */
export function conv2dStridedBackpropInput(args: usize, thread: i32, threads: i32): void {
  for (let y = 0; y < word(args, 12); y++) {
    for (let x = 0; x < word(args, 13); x++) computePhase(args, y, x, thread, threads);
  }
}

function computePhase(args: usize, phaseY: i32, phaseX: i32, thread: i32, threads: i32): void {
  const strideY = word(args, 12), strideX = word(args, 13);
  const down = (word(args, 7) - phaseY + strideY - 1) / strideY, across = (word(args, 8) - phaseX + strideX - 1) / strideX;
  const pixels = word(args, 3) * down * across;
  const first = firstRowOf(pixels, thread, threads), end = firstRowOf(pixels, thread + 1, threads);
  const channels = word(args, 9), kernelWidth = word(args, 11);
  const taps = word(args, 10) * kernelWidth;
  for (let column = 0; column < channels; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, channels - column);
    let summed = 0;
    for (let tap = 0; tap < taps; tap++) {
      const forwards = taps - 1 - tap;
      const ky = forwards / kernelWidth, kx = forwards - ky * kernelWidth;
      const y = phaseY + word(args, 16) - ky * word(args, 14), x = phaseX + word(args, 17) - kx * word(args, 15);
      if (y % strideY || x % strideX) continue;
      for (let pixel = first; pixel < end; ) {
        const size = rowsOfTile(end - pixel);
        const rows = min(size, end - pixel);
        locate(args, pixel, rows, down, across, phaseY, phaseX, y / strideY, x / strideX);
        addTap(args, tap, size, rows, column, columns, isEven(pixel, rows, across), summed);
        pixel += size;
      }
      summed = 1;
    }
    // No tap sees these pixels: a stride longer than the filter.
    if (!summed) {
      for (let pixel = first; pixel < end; pixel += TILE_ROWS) {
        const rows = min(TILE_ROWS, end - pixel);
        locate(args, pixel, rows, down, across, phaseY, phaseX, 0, 0);
        for (let row = 0; row < rows; row++) memory.fill(written(row) + (<usize>column << 2), 0, <usize>columns << 2);
      }
    }
  }
}

/** Whether the pixels of a tile lie in one line, evenly apart. */
// @ts-ignore: decorator
@inline
function isEven(pixel: i32, rows: i32, across: i32): bool {
  return (pixel % across) + rows <= across;
}

// @ts-ignore: decorator
@inline
function read(row: i32): usize {
  return <usize>load<u32>(scratch + PLACES + (<usize>row << 3));
}

// @ts-ignore: decorator
@inline
function written(row: i32): usize {
  return <usize>load<u32>(scratch + PLACES + (<usize>row << 3), 4);
}

/**
 * Notes for the `rows` pixels of a tile of a phase, from `pixel` on, what they see of dy `offsetY` and `offsetX` away, and where
 * they lie in dx. The pixels that the tile lacks see zeros.
 */
function locate(args: usize, pixel: i32, rows: i32, down: i32, across: i32, phaseY: i32, phaseX: i32, offsetY: i32, offsetX: i32): void {
  const outHeight = word(args, 4), outWidth = word(args, 5), width = word(args, 8);
  let line = pixel / across, column = pixel - line * across;
  let image = line / down;
  line -= image * down;
  let place = scratch + PLACES;
  for (let row = 0; row < TILE_ROWS; row++) {
    const y = line + offsetY, x = column + offsetX;
    let from = pointer(args, 18);
    if (row < rows && <u32>y < <u32>outHeight && <u32>x < <u32>outWidth) {
      from = pointer(args, 0) + <usize>((image * outHeight + y) * outWidth + x) * (<usize>word(args, 6) << 2);
    }
    store<u32>(place, <u32>from);
    const inside = (line * word(args, 12) + phaseY) * width + column * word(args, 13) + phaseX;
    store<u32>(place, <u32>(pointer(args, 2) + <usize>(image * word(args, 7) * width + inside) * (<usize>word(args, 9) << 2)), 4);
    place += 8;
    if (++column == across) {
      column = 0;
      if (++line == down) {
        line = 0;
        image++;
      }
    }
  }
}

/** Adds what the located pixels see through one tap; without `summed` it is the first one. */
function addTap(args: usize, tap: i32, size: i32, rows: i32, column: i32, columns: i32, even: bool, summed: i32): void {
  const filters = word(args, 6), channels = word(args, 9);
  const packed = scratch + PACKED, sums = scratch + SUMS;
  const panelBytes = <usize>(word(args, 10) * word(args, 11) * filters) << 5;
  const panels = pointer(args, 1) + <usize>(column >> 3) * panelBytes + (<usize>(tap * filters) << 5);
  const offset = <usize>column << 2, bytes = <usize>columns << 2;
  interleaveRows(size, read(0), read(1), read(2), read(3), read(4), read(5), filters, packed);
  if (even) {
    multiplyPanels(size, packed, panels, panelBytes, filters, written(0) + offset, <usize>(word(args, 13) * channels) << 2, rows, columns, summed);
    return;
  }
  if (summed) for (let row = 0; row < rows; row++) memory.copy(sums + <usize>row * bytes, written(row) + offset, bytes);
  multiplyPanels(size, packed, panels, panelBytes, filters, sums, bytes, rows, columns, summed);
  for (let row = 0; row < rows; row++) memory.copy(written(row) + offset, sums + <usize>row * bytes, bytes);
}
