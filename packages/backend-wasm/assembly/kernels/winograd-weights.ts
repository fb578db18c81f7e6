import { pointer, word } from '../lib/arguments';
import { copy } from '../lib/copy';
import { startOf } from '../lib/partition';
import { POSITIONS, transformWeights } from '../lib/winograd';
import { scratch, WORKSPACE } from '../program/scratch';

/** Panels that are done together: sixteen columns that lie side by side fill a cache line, and the next row may be far away. */
const TOGETHER: i32 = 2;
/** Rows that are transformed in scratch before they go to their 36 places, and the bytes that a panel has of them. */
const ROWS: i32 = 8;
const RUN: usize = 256;
const POSITION: usize = 512;

/**
 * Transforms 3x3 weights for a Winograd convolution and packs them: for each of the 36 positions panels of eight columns,
 * [position][panel][k][8], the last panel filled with zeros; positions lie `positionBytes` apart. Element (tap, k, n) lies at
 * `from + tap * tapStep + k * rowStep + n * columnStep`; either step is four bytes, and both counts are multiples of four.
 * Split by panels.
 *
 * Arguments: from, to, rows (k), columns (n), rowStep, columnStep, tapStep, positionBytes.
 */
export function winogradWeights(args: usize, thread: i32, threads: i32): void {
  const rows = word(args, 2), columns = word(args, 3);
  const rowStep = pointer(args, 4), columnStep = pointer(args, 5);
  const panels = (columns + 7) >> 3;
  const block = scratch + WORKSPACE;
  const end = startOf(panels, thread + 1, threads);
  for (let first = startOf(panels, thread, threads); first < end; first += TOGETHER) {
    const last = min(end, first + TOGETHER);
    for (let k0 = 0; k0 < rows; k0 += ROWS) {
      const run = min(ROWS, rows - k0);
      for (let k = 0; k < run; k += 4) {
        for (let panel = first; panel < last; panel++) {
          const at = block + <usize>(panel - first) * RUN + (<usize>k << 5);
          const from = pointer(args, 0) + <usize>(k0 + k) * rowStep + (<usize>panel << 3) * columnStep;
          transformFours(args, from, at);
          if ((panel << 3) + 4 < columns) transformFours(args, from + columnStep * 4, at + 16);
          else clearFours(at + 16);
        }
      }
      for (let panel = first; panel < last; panel++) {
        const from = block + <usize>(panel - first) * RUN;
        const to = pointer(args, 1) + (<usize>panel * <usize>rows + <usize>k0 << 5);
        for (let position = 0; position < POSITIONS; position++) {
          copy(from + <usize>position * POSITION, to + <usize>position * pointer(args, 7), <usize>run << 5);
        }
      }
    }
  }
}

/** Transforms four rows of four columns. */
function transformFours(args: usize, from: usize, to: usize): void {
  const rowStep = pointer(args, 4), columnStep = pointer(args, 5), tapStep = pointer(args, 6);
  const taps = scratch + WORKSPACE + POSITIONS * POSITION;
  const half = taps + 4 * 9 * 16;
  for (let tap = taps; tap < taps + 9 * 16; tap += 16) {
    if (columnStep == 4) {
      for (let row: usize = 0; row < 4; row++) v128.store(tap + row * 144, v128.load(from + row * rowStep));
    } else {
      storeTurned(from, columnStep, tap);
    }
    from += tapStep;
  }
  for (let row: usize = 0; row < 4; row++) {
    const own = taps + row * 144;
    for (let line: usize = 0; line < 3; line++) transformWeights(own + line * 48, 16, half + line * 96, 16);
    for (let x: usize = 0; x < 6; x++) transformWeights(half + (x << 4), 96, to + (row << 5) + x * POSITION, 6 * POSITION);
  }
}

/** Stores four rows, 144 bytes apart, of which `from` has the columns. */
// @ts-ignore: decorator
@inline
function storeTurned(from: usize, columnStep: usize, to: usize): void {
  const a = v128.load(from), b = v128.load(from + columnStep), c = v128.load(from + columnStep * 2), d = v128.load(from + columnStep * 3);
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5), cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7), cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(to, i64x2.shuffle(ab, cd, 1, 3), 144);
  v128.store(to, i64x2.shuffle(ab2, cd2, 0, 2), 288);
  v128.store(to, i64x2.shuffle(ab2, cd2, 1, 3), 432);
}

/** Four rows of columns that do not exist. */
function clearFours(to: usize): void {
  for (let position = 0; position < POSITIONS; position++) {
    for (let row: usize = 0; row < 4; row++) v128.store(to + (row << 5), f32x4.splat(0));
    to += POSITION;
  }
}
