import { multiplyAdd } from './vector';

/** Rows and columns of the register tile: ten accumulators, two of B and one of A fit V8's vector registers. */
export const TILE_ROWS: i32 = 5;
export const TILE_COLUMNS: i32 = 8;

/**
 * C[5, 8] = (accumulate ? C : 0) + A[5, k] B[k, 8].
 * `a` is packed [k][5], `b` is packed [k][8]; rows of C lie `rowBytes` apart. Nothing needs alignment.
 * It stays a function of its own: inlined into its caller V8 spills, and it runs at half the speed.
 */
export function tile(a: usize, b: usize, k: i32, c: usize, rowBytes: usize, accumulate: i32): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00, c40 = c00, c41 = c00;
  const end = a + <usize>k * 20;
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    x = v128.load32_splat(a, 16);
    c40 = multiplyAdd(x, b0, c40);
    c41 = multiplyAdd(x, b1, c41);
    a += 20;
    b += 32;
  }
  if (accumulate) {
    let p = c;
    c00 = f32x4.add(c00, v128.load(p));
    c01 = f32x4.add(c01, v128.load(p, 16));
    p += rowBytes;
    c10 = f32x4.add(c10, v128.load(p));
    c11 = f32x4.add(c11, v128.load(p, 16));
    p += rowBytes;
    c20 = f32x4.add(c20, v128.load(p));
    c21 = f32x4.add(c21, v128.load(p, 16));
    p += rowBytes;
    c30 = f32x4.add(c30, v128.load(p));
    c31 = f32x4.add(c31, v128.load(p, 16));
    p += rowBytes;
    c40 = f32x4.add(c40, v128.load(p));
    c41 = f32x4.add(c41, v128.load(p, 16));
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
 * Goes through `buffer`, 5 x 8 floats of the calling thread.
 */
export function tileAtEdge(a: usize, b: usize, k: i32, c: usize, rowBytes: usize, accumulate: i32, rows: i32, columns: i32, buffer: usize): void {
  tile(a, b, k, buffer, 32, 0);
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
