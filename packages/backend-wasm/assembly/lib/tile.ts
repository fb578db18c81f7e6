import { multiplyAdd } from './vector';

/** Columns of the register tile: two vectors of B. */
export const TILE_COLUMNS: i32 = 8;
/** The most rows that a tile has. */
export const TILE_ROWS: i32 = 6;

/**
 * How many rows the next tile has where `left` are left to do: six, or four where that leaves fewer rows of a last tile empty.
 *
 * With six rows V8's fifteen registers hold twelve accumulators, two vectors of B and one of A, and a core makes the most of each
 * load: 67 GFLOP/s where four rows reach 62. A build without fused multiply-adds needs one register more and would spill at half
 * the speed: there all tiles have four.
 */
// @ts-ignore: decorator
@inline
export function rowsOfTile(left: i32): i32 {
  if (!ASC_FEATURE_RELAXED_SIMD) return 4;
  return left <= 4 || left == 7 || left == 8 ? 4 : TILE_ROWS;
}

/**
 * C[size, 8] = start[size, 8] + A[size, k] B[k, 8], where `size` is 4 or 6: see `rowsOfTile`.
 * `a` is packed [k][size], `b` is packed [k][8]; rows of C lie `rowBytes` apart, those of `start` `startBytes`: C itself to
 * go on with a sum, or 32 bytes of zeros and a step of 0 to begin one. Nothing needs alignment.
 */
// @ts-ignore: decorator
@inline
export function tile(size: i32, a: usize, b: usize, k: i32, start: usize, startBytes: usize, c: usize, rowBytes: usize): void {
  if (!ASC_FEATURE_RELAXED_SIMD || size == 4) tileOfFour(a, b, k, start, startBytes, c, rowBytes);
  else tileOfSix(a, b, k, start, startBytes, c, rowBytes);
}

// Both stay functions of their own, and have no branch but the loop: inlined, or with a second way out, V8 spills accumulators
// and they run at less than half the speed.

function tileOfFour(a: usize, b: usize, k: i32, start: usize, startBytes: usize, c: usize, rowBytes: usize): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startBytes;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startBytes;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startBytes;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  const end = a + <usize>k * 16;
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
    a += 16;
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
}

function tileOfSix(a: usize, b: usize, k: i32, start: usize, startBytes: usize, c: usize, rowBytes: usize): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startBytes;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startBytes;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startBytes;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  start += startBytes;
  let c40 = v128.load(start), c41 = v128.load(start, 16);
  start += startBytes;
  let c50 = v128.load(start), c51 = v128.load(start, 16);
  const end = a + <usize>k * 24;
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
    const x5 = v128.load32_splat(a, 20);
    c50 = multiplyAdd(x5, b0, c50);
    c51 = multiplyAdd(x5, b1, c51);
    a += 24;
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
  c += rowBytes;
  v128.store(c, c50);
  v128.store(c, c51, 16);
}

/**
 * The same for a tile that hangs over the edge: only `rows` x `columns` of C exist. Goes through `buffer`, 6 x 8 floats of the
 * calling thread, with `accumulate` from what C holds, so that an element has the same bits in whatever tile it lies; else
 * from `zeros`.
 */
export function tileAtEdge(size: i32, a: usize, b: usize, k: i32, c: usize, rowBytes: usize, accumulate: i32, rows: i32, columns: i32, buffer: usize, zeros: usize): void {
  if (accumulate) for (let row = 0; row < rows; row++) copyFloats(c + <usize>row * rowBytes, buffer + (<usize>row << 5), columns);
  tile(size, a, b, k, accumulate ? buffer : zeros, accumulate ? 32 : 0, buffer, 32);
  for (let row = 0; row < rows; row++) copyFloats(buffer + (<usize>row << 5), c + <usize>row * rowBytes, columns);
}

function copyFloats(from: usize, to: usize, count: i32): void {
  for (let index = 0; index < count; index++) {
    store<f32>(to, load<f32>(from));
    from += 4;
    to += 4;
  }
}
