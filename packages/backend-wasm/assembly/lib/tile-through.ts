import { TILE_COLUMNS } from './tile';
import { multiplyAdd } from './vector';

/** Rows of a tile that is read in place. */
export const THROUGH_ROWS: i32 = 5;

/**
 * C[5, 8] = start[5, 8] + A[5, k] B[k, 8], where A is read in place: its five floats of step i lie side by side at
 * `base + offsets[i]`. So it is with five neighbouring pixels of a plane, and with five channels of a pixel, and nothing is
 * packed. The eight floats of B lie `stepB` bytes apart; rows of C and of `start` as in `tile`, for whose reasons this is a
 * function of its own, with no branch but the loop.
 */
export function tileThrough(base: usize, offsets: usize, b: usize, stepB: usize, k: i32, start: usize, startBytes: usize, c: usize, rowBytes: usize): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startBytes;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startBytes;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startBytes;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  start += startBytes;
  let c40 = v128.load(start), c41 = v128.load(start, 16);
  const end = offsets + (<usize>k << 2);
  while (offsets < end) {
    const a = base + <usize>load<u32>(offsets);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a);
    c00 = multiplyAdd(x0, b0, c00);
    c01 = multiplyAdd(x0, b1, c01);
    const x1 = v128.load32_splat(a, 4);
    c10 = multiplyAdd(x1, b0, c10);
    c11 = multiplyAdd(x1, b1, c11);
    const x2 = v128.load32_splat(a, 8);
    c20 = multiplyAdd(x2, b0, c20);
    c21 = multiplyAdd(x2, b1, c21);
    const x3 = v128.load32_splat(a, 12);
    c30 = multiplyAdd(x3, b0, c30);
    c31 = multiplyAdd(x3, b1, c31);
    const x4 = v128.load32_splat(a, 16);
    c40 = multiplyAdd(x4, b0, c40);
    c41 = multiplyAdd(x4, b1, c41);
    offsets += 4;
    b += stepB;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += rowBytes;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += rowBytes;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += rowBytes;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  c += rowBytes;
  v128.store(c, c40);
  v128.store(c, c41, 16);
}

/** The same from zero, where only `columns` of the eight columns exist. `buffer` is 5 x 8 floats of the calling thread. */
export function tileThroughAtEdge(base: usize, offsets: usize, b: usize, k: i32, zeros: usize, c: usize, rowBytes: usize, columns: i32, buffer: usize): void {
  tileThrough(base, offsets, b, TILE_COLUMNS * 4, k, zeros, 0, buffer, 32);
  for (let row = 0; row < THROUGH_ROWS; row++) {
    memory.copy(c + <usize>row * rowBytes, buffer + (<usize>row << 5), <usize>columns << 2);
  }
}
