import { multiplyAdd } from './vector';

/** Rows and columns of the register tile: ten accumulators, two vectors of B and what V8 keeps of A fit its registers. */
export const TILE_ROWS: i32 = 5;
export const TILE_COLUMNS: i32 = 8;

/**
 * C[5, 8] = start[5, 8] + A[5, k] B[k, 8].
 * `a` is packed [k][5], `b` is packed [k][8]; rows of C lie `rowBytes` apart, those of `start` `startBytes`: C itself to
 * go on with a sum, or 32 bytes of zeros and a step of 0 to begin one. Nothing needs alignment.
 * It stays a function of its own, and has no branch but the loop: inlined, or with a second way out, V8 spills
 * accumulators and it runs at less than half the speed.
 */
export function tile(a: usize, b: usize, k: i32, start: usize, startBytes: usize, c: usize, rowBytes: usize): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startBytes;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startBytes;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startBytes;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  start += startBytes;
  let c40 = v128.load(start), c41 = v128.load(start, 16);
  const end = a + <usize>k * 20;
  while (a < end) {
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
    a += 20;
    b += 32;
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

/**
 * The same for a tile that hangs over the edge: only `rows` x `columns` of C exist.
 * Goes through `buffer`, 5 x 8 floats of the calling thread, and begins at `zeros`.
 */
export function tileAtEdge(a: usize, b: usize, k: i32, c: usize, rowBytes: usize, accumulate: i32, rows: i32, columns: i32, buffer: usize, zeros: usize): void {
  tile(a, b, k, zeros, 0, buffer, 32);
  for (let row = 0; row < rows; row++) {
    const from = buffer + (<usize>row << 5);
    const to = c + <usize>row * rowBytes;
    for (let column = 0; column < columns; column++) {
      const offset = <usize>column << 2;
      const value = load<f32>(from + offset);
      store<f32>(to + offset, accumulate ? load<f32>(to + offset) + value : value);
    }
  }
}
