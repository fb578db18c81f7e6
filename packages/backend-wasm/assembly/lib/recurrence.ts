import { scratch, ZEROS } from '../program/scratch';
import { rowsOfTile, TILE_COLUMNS, tile } from './tile';

// What recurrent kernels share. A sequence of a batch does not look at the others, so each thread takes its rows of the batch
// through all steps by itself: no thread waits for another, and any number of threads gives the same bits.

/** Rows that go through the steps together: for each of their tiles a panel of the weights stays in L1. */
export const GROUP_ROWS: i32 = 48;

/** Floats from one row of products to the next: whole panels, and one cache line more, lest rows fall into one set of the cache. */
// @ts-ignore: decorator
@inline
export function productRow(columns: i32): i32 {
  return ((columns + 7) & ~7) + 16;
}

/**
 * to[rows, columns] = packed panels, where `packed` holds tiles, [k][size] each: whole tiles and whole panels, so `to` has
 * room for what hangs over, up to the next four rows. Rows of `to` lie `productRow(columns)` floats apart.
 */
export function multiplyStates(packed: usize, rows: i32, panels: usize, k: i32, columns: i32, to: usize): void {
  const zeros = scratch + ZEROS;
  const rowBytes = <usize>productRow(columns) << 2;
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    let a = packed, c = to;
    for (let left = rows; left > 0; ) {
      const size = rowsOfTile(left);
      tile(size, a, panels, k, zeros, 0, c, rowBytes);
      a += <usize>(k * size) << 2;
      c += rowBytes * <usize>size;
      left -= size;
    }
    panels += <usize>k << 5;
    to += 32;
  }
}

/** Stores the first `count` lanes of four neighbours of one row, at most four, into a packed tile [k][size]. */
// @ts-ignore: decorator
@inline
export function storePacked(to: usize, x: v128, count: i32, size: i32): void {
  const step = <usize>size << 2;
  v128.store_lane<f32>(to, x, 0);
  if (count > 1) v128.store_lane<f32>(to + step, x, 1);
  if (count > 2) v128.store_lane<f32>(to + step * 2, x, 2);
  if (count > 3) v128.store_lane<f32>(to + step * 3, x, 3);
}

/** Packs `rows` contiguous rows of `k` floats into tiles; rows that the last tile lacks become 0. */
export function packStates(from: usize, rows: i32, k: i32, packed: usize): void {
  memory.fill(packed, 0, paddedBytes(rows, k));
  for (let first = 0; first < rows; ) {
    const size = rowsOfTile(rows - first);
    for (let row = 0; row < min(size, rows - first); row++) {
      let to = packed + (<usize>row << 2);
      for (let index = 0; index < k; index++) {
        store<f32>(to, load<f32>(from));
        from += 4;
        to += <usize>size << 2;
      }
    }
    packed += <usize>(k * size) << 2;
    first += size;
  }
}

/** Bytes of `rows` rows of `k` floats and of those that their last tile lacks. */
export function paddedBytes(rows: i32, k: i32): usize {
  return <usize>((rows + 3) & ~3) * <usize>k << 2;
}
