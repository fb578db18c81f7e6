import { float, pointer, word } from '../lib/arguments';
import { BLOCK_COLUMNS, BLOCK_K } from '../lib/blocks';
import { finishRow, multiplyPanels } from '../lib/multiply-panels';
import { gatherColumns, interleaveRows } from '../lib/pack';
import { firstRowOf, startOf } from '../lib/partition';
import { rowsOfTile } from '../lib/tile';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * C[m, n] = activation(A[m, k] B[k, n] + bias[n]).
 * B is packed by `packPanels`. Element (i, k) of A lies at `a + i * rowStep + k * columnStep` (bytes), one step being 4.
 * C is row-major. Every element of C is summed by one thread over k in ascending blocks, however the work is split:
 * by rows, or by panels where there are too few rows to go round.
 *
 * Arguments: a, panels, c, m, n, k, rowStep, columnStep, zeros (at least 4k bytes of zeros), bias, activation, slope, alpha.
 */
export function matmul(args: usize, thread: i32, threads: i32): void {
  const m = word(args, 3);
  const n = word(args, 4);
  const fours = (m + 3) >> 2;
  const panels = (n + 7) >> 3;
  const byRows = ((fours + threads - 1) / threads) * panels;
  const byPanels = ((panels + threads - 1) / threads) * fours;
  if (byRows <= byPanels) {
    multiply(args, firstRowOf(m, thread, threads), firstRowOf(m, thread + 1, threads), 0, n);
  } else {
    multiply(args, 0, m, startOf(panels, thread, threads) << 3, min(n, startOf(panels, thread + 1, threads) << 3));
  }
}

function multiply(args: usize, firstRow: i32, endRow: i32, firstColumn: i32, lastColumn: i32): void {
  const panels = pointer(args, 1);
  const c = pointer(args, 2);
  const n = word(args, 4);
  const k = word(args, 5);
  const rowBytes = <usize>n << 2;
  const panelBytes = <usize>k << 5;
  const packed = scratch + WORKSPACE;
  for (let column = firstColumn; column < lastColumn; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, lastColumn - column);
    for (let k0 = 0; k0 < k || k0 == 0; k0 += BLOCK_K) {
      const depth = min(BLOCK_K, k - k0);
      for (let row = firstRow; row < endRow; ) {
        const size = rowsOfTile(endRow - row);
        const rows = min(size, endRow - row);
        packRows(args, size, row, rows, k0, depth, packed);
        const corner = c + <usize>row * rowBytes + (<usize>column << 2);
        multiplyPanels(size, packed, panels + <usize>(column >> 3) * panelBytes + (<usize>k0 << 5), panelBytes, depth, corner, rowBytes, rows, columns, i32(k0 > 0));
        if (k0 + BLOCK_K >= k) finishRow(corner, rows, columns, rowBytes, column, pointer(args, 9), word(args, 10), pointer(args, 11), float(args, 12));
        row += size;
      }
    }
  }
}

function packRows(args: usize, size: i32, row: i32, rows: i32, k0: i32, depth: i32, to: usize): void {
  const rowStep = pointer(args, 6);
  const columnStep = pointer(args, 7);
  const zeros = pointer(args, 8);
  const from = pointer(args, 0) + <usize>row * rowStep + <usize>k0 * columnStep;
  if (columnStep == 4) {
    interleaveRows(
      size,
      from,
      rows > 1 ? from + rowStep : zeros,
      rows > 2 ? from + rowStep * 2 : zeros,
      rows > 3 ? from + rowStep * 3 : zeros,
      rows > 4 ? from + rowStep * 4 : zeros,
      rows > 5 ? from + rowStep * 5 : zeros,
      depth, to);
  } else {
    gatherColumns(size, from, columnStep, depth, rows, to);
  }
}
