import { scratch, ZEROS } from '../program/scratch';
import { TILE_COLUMNS, TILE_ROWS, tile } from './tile';

// What recurrent kernels share. A sequence of a batch does not look at the others, so each thread takes whole tiles of rows of
// the batch through all steps by itself: no thread waits for another, and any number of threads gives the same bits.

/** Tiles of rows that go through the steps together: for each of them a panel of the weights stays in L1. */
export const GROUP_TILES: i32 = 8;

/** Floats from one row of products to the next: whole panels, and one cache line more, lest rows fall into one set of the cache. */
// @ts-ignore: decorator
@inline
export function productRow(columns: i32): i32 {
  return ((columns + 7) & ~7) + 16;
}

/**
 * to[tiles * 5, columns] = packed[tiles][k][5] panels: whole tiles and whole panels, so `to` has room for what hangs over.
 * Rows of `to` lie `productRow(columns)` floats apart.
 */
export function multiplyStates(packed: usize, tiles: i32, panels: usize, k: i32, columns: i32, to: usize): void {
  const zeros = scratch + ZEROS;
  const rowBytes = <usize>productRow(columns) << 2;
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    let a = packed, c = to;
    for (let t = 0; t < tiles; t++) {
      tile(a, panels, k, zeros, 0, c, rowBytes);
      a += <usize>k * 20;
      c += rowBytes * <usize>TILE_ROWS;
    }
    panels += <usize>k << 5;
    to += 32;
  }
}

/** Stores the first `count` lanes of four neighbours of one row, at most four, into a packed tile [k][5]. */
// @ts-ignore: decorator
@inline
export function storePacked(to: usize, x: v128, count: i32): void {
  v128.store_lane<f32>(to, x, 0);
  if (count > 1) v128.store_lane<f32>(to, x, 1, 20);
  if (count > 2) v128.store_lane<f32>(to, x, 2, 40);
  if (count > 3) v128.store_lane<f32>(to, x, 3, 60);
}

/** Where row `row` of a packed group of tiles begins; its next element lies 20 bytes on. */
// @ts-ignore: decorator
@inline
export function packedRow(packed: usize, row: i32, k: i32): usize {
  return packed + <usize>(row / TILE_ROWS) * <usize>k * 20 + (<usize>(row % TILE_ROWS) << 2);
}

/** Packs `rows` contiguous rows of `k` floats into tiles; rows that the last tile lacks become 0. */
export function packStates(from: usize, rows: i32, k: i32, packed: usize): void {
  const tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  if (rows % TILE_ROWS) memory.fill(packed + <usize>(tiles - 1) * <usize>k * 20, 0, <usize>k * 20);
  for (let row = 0; row < rows; row++) {
    let to = packedRow(packed, row, k);
    for (let index = 0; index < k; index++) {
      store<f32>(to, load<f32>(from));
      from += 4;
      to += 20;
    }
  }
}
