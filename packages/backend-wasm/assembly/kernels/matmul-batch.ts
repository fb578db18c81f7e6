import { pointer, word } from '../lib/arguments';
import { BLOCK_COLUMNS, BLOCK_K } from '../lib/blocks';
import { multiplyPanels } from '../lib/multiply-panels';
import { interleaveRows } from '../lib/pack';
import { startOf } from '../lib/partition';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Many products of one size: C[b] = A[b] B[b], A[b] and C[b] row-major and `stepA` and `stepC` bytes apart,
 * B[b] packed into panels, one after the other.
 * Split by tiles of five rows of all of them together.
 *
 * Arguments: a, panels, c, batch, m, n, k, zeros (at least 1 KB), stepA, stepC.
 */
export function matmulBatch(args: usize, thread: i32, threads: i32): void {
  const m = word(args, 4), n = word(args, 5), k = word(args, 6);
  const zeros = pointer(args, 7);
  const tiles = (m + 4) / 5;
  const units = word(args, 3) * tiles;
  const last = startOf(units, thread + 1, threads);
  const rowBytesA = <usize>k << 2, rowBytes = <usize>n << 2;
  const panelBytes = <usize>k << 5;
  const batchPanels = <usize>((n + 7) >> 3) * panelBytes;
  const packed = scratch + WORKSPACE;
  for (let unit = startOf(units, thread, threads); unit < last; unit++) {
    const batch = unit / tiles;
    const row = (unit - batch * tiles) * 5;
    const rows = min(5, m - row);
    const a = pointer(args, 0) + <usize>batch * pointer(args, 8) + <usize>row * rowBytesA;
    const c = pointer(args, 2) + <usize>batch * pointer(args, 9) + <usize>row * rowBytes;
    const panels = pointer(args, 1) + <usize>batch * batchPanels;
    for (let k0 = 0; k0 < k; k0 += BLOCK_K) {
      const depth = min(BLOCK_K, k - k0);
      const from = a + (<usize>k0 << 2);
      interleaveRows(
        from,
        rows > 1 ? from + rowBytesA : zeros,
        rows > 2 ? from + rowBytesA * 2 : zeros,
        rows > 3 ? from + rowBytesA * 3 : zeros,
        rows > 4 ? from + rowBytesA * 4 : zeros,
        depth, packed);
      for (let column = 0; column < n; column += BLOCK_COLUMNS) {
        const block = panels + <usize>(column >> 3) * panelBytes + (<usize>k0 << 5);
        multiplyPanels(packed, block, panelBytes, depth, c + (<usize>column << 2), rowBytes, rows, min(BLOCK_COLUMNS, n - column), i32(k0 > 0));
      }
    }
  }
}
