import { pointer, word } from '../lib/arguments';
import { BLOCK_COLUMNS, BLOCK_K } from '../lib/blocks';
import { multiplyPanels } from '../lib/multiply-panels';
import { gatherColumns, interleaveRows } from '../lib/pack';
import { startOf } from '../lib/partition';
import { rowsOfTile } from '../lib/tile';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Many products of one size: C[b] = A[b] B[b], C[b] row-major, A[b] as `layout` says: 0 row-major, 1 column-major, 2 in panels
 * of eight columns, [panel][row][8]; B[b] packed into panels. From one to the next it is `stepA`, `stepB` and `stepC` bytes.
 * Split by fours of rows of all of them together.
 *
 * Arguments: 0 a, 1 panels, 2 c, 3 batch, 4 m, 5 n, 6 k, 7 zeros (at least 1 KB), 8 stepA, 9 stepC, 10 stepB, 11 layout.
 */
export function matmulBatch(args: usize, thread: i32, threads: i32): void {
  const m = word(args, 4);
  const fours = (m + 3) >> 2;
  const all = word(args, 3) * fours;
  const last = startOf(all, thread + 1, threads);
  let first = startOf(all, thread, threads);
  while (first < last) {
    const batch = first / fours;
    const end = min(last, (batch + 1) * fours);
    const endRow = min(m, (end - batch * fours) << 2);
    for (let row = (first - batch * fours) << 2; row < endRow; ) {
      const size = rowsOfTile(endRow - row);
      multiplyTile(args, batch, size, row, min(size, endRow - row));
      row += size;
    }
    first = end;
  }
}

function multiplyTile(args: usize, batch: i32, size: i32, row: i32, rows: i32): void {
  const m = word(args, 4), n = word(args, 5), k = word(args, 6);
  const zeros = pointer(args, 7);
  const layout = word(args, 11);
  const rowBytesA: usize = layout == 0 ? <usize>k << 2 : layout == 1 ? 4 : 32, rowBytes = <usize>n << 2;
  // Of panels, an eighth of the way to the next one: steps of k come by eights.
  const columnBytesA: usize = layout == 0 ? 4 : <usize>m << 2;
  const panelBytes = <usize>k << 5;
  const packed = scratch + WORKSPACE;
  const a = pointer(args, 0) + <usize>batch * pointer(args, 8) + <usize>row * rowBytesA;
  const c = pointer(args, 2) + <usize>batch * pointer(args, 9) + <usize>row * rowBytes;
  const panels = pointer(args, 1) + <usize>batch * pointer(args, 10);
  for (let k0 = 0; k0 < k; k0 += BLOCK_K) {
    const depth = min(BLOCK_K, k - k0);
    const from = a + <usize>k0 * columnBytesA;
    if (layout == 1) {
      gatherColumns(size, from, columnBytesA, depth, rows, packed);
    } else {
      // All of a row lie side by side, or eight of them.
      const run = layout == 0 ? depth : 8;
      for (let step = 0; step < depth; step += run) {
        const row0 = from + <usize>step * columnBytesA;
        interleaveRows(
          size,
          row0,
          rows > 1 ? row0 + rowBytesA : zeros,
          rows > 2 ? row0 + rowBytesA * 2 : zeros,
          rows > 3 ? row0 + rowBytesA * 3 : zeros,
          rows > 4 ? row0 + rowBytesA * 4 : zeros,
          rows > 5 ? row0 + rowBytesA * 5 : zeros,
          min(run, depth - step), packed + <usize>(step * size << 2));
      }
    }
    for (let column = 0; column < n; column += BLOCK_COLUMNS) {
      const block = panels + <usize>(column >> 3) * panelBytes + (<usize>k0 << 5);
      multiplyPanels(size, packed, block, panelBytes, depth, c + (<usize>column << 2), rowBytes, rows, min(BLOCK_COLUMNS, n - column), i32(k0 > 0));
    }
  }
}
