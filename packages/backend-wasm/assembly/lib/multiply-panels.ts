import { epilogue } from './epilogue';
import { scratch, ZEROS } from '../program/scratch';
import { TILE_COLUMNS, tile, tileAtEdge } from './tile';

/**
 * Multiplies one packed tile of A, [k][size], with the panels that cover columns [first, first + columns) of C's tile row.
 * `panels` points at step `k0` of B's first panel; panels lie `panelBytes` apart. Of the tile's rows the first `rows` exist.
 */
export function multiplyPanels(size: i32, a: usize, panels: usize, panelBytes: usize, k: i32, c: usize, rowBytes: usize, rows: i32, columns: i32, accumulate: i32): void {
  const buffer = scratch;
  const zeros = scratch + ZEROS;
  let column = 0;
  if (rows == size) {
    for (; column + TILE_COLUMNS <= columns; column += TILE_COLUMNS) {
      if (accumulate) tile(size, a, panels, k, c, rowBytes, c, rowBytes);
      else tile(size, a, panels, k, zeros, 0, c, rowBytes);
      panels += panelBytes;
      c += 32;
    }
  }
  for (; column < columns; column += TILE_COLUMNS) {
    tileAtEdge(size, a, panels, k, c, rowBytes, accumulate, rows, min(TILE_COLUMNS, columns - column), buffer, zeros);
    panels += panelBytes;
    c += 32;
  }
}

/** Finishes a tile row of C: see `epilogue`, with per-column vectors taken from column `first`. */
export function finishRow(c: usize, rows: i32, columns: i32, rowBytes: usize, first: i32, bias: usize, activation: i32, slope: usize, alpha: f32): void {
  const offset = <usize>first << 2;
  epilogue(c, rows, columns, rowBytes, bias ? bias + offset : 0, activation, slope ? slope + offset : 0, alpha);
}
