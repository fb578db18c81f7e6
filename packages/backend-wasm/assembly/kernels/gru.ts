import { pointer, word } from '../lib/arguments';
import { gateSigmoid, gateTanh } from '../lib/gates';
import { loadLanes, storeLanes } from '../lib/lanes';
import { firstRowOf } from '../lib/partition';
import { GROUP_ROWS, multiplyStates, packStates, productRow, storePacked } from '../lib/recurrence';
import { rowsOfTile } from '../lib/tile';

/**
 * A GRU over whole sequences whose reset gate acts after the product: with x = projected[row, step] and u = h · R + bias, each in
 * the order z, r, g: z = σ(xz + uz), r = σ(xr + ur), g = tanh(xg + r ug), h = g + z (h - g). `panels` is R packed by `packPanels`;
 * `bias` has 3 units, zeros where there is none. Split by fours of rows of the batch.
 *
 * `hidden`, `last` and `backwards` are as in `lstm`. With `kept` (0: none), [batch, steps, 4 units], z, r, g and ug are kept there.
 * `packed` and `products` are room to work in.
 *
 * Arguments: projected, panels, bias, h0, packed, products, kept, hidden, last, batch, steps, units, backwards, hiddenRowBytes,
 * hiddenStepBytes.
 */
export function gru(args: usize, thread: i32, threads: i32): void {
  const end = firstRowOf(word(args, 9), thread + 1, threads);
  for (let row = firstRowOf(word(args, 9), thread, threads); row < end; row += GROUP_ROWS) walkSteps(args, row, min(GROUP_ROWS, end - row));
}

function walkSteps(args: usize, first: i32, rows: i32): void {
  const steps = word(args, 10), units = word(args, 11);
  const rowBytes = <usize>units << 2;
  const productBytes = <usize>productRow(units * 3) << 2;
  const packed = pointer(args, 4) + <usize>first * rowBytes;
  const products = pointer(args, 5) + <usize>first * productBytes;
  const hiddenRowBytes = pointer(args, 13), hiddenStepBytes = pointer(args, 14);
  packStates(pointer(args, 3) + <usize>first * rowBytes, rows, units, packed);
  for (let step = 0; step < steps; step++) {
    multiplyStates(packed, rows, pointer(args, 1), units, units * 3, products);
    const read = word(args, 12) ? steps - 1 - step : step;
    let to = packed;
    for (let tile = 0; tile < rows; ) {
      const size = rowsOfTile(rows - tile);
      for (let row = tile; row < min(tile + size, rows); row++) {
        const at = <usize>(first + row);
        const hidden = pointer(args, 7) + at * hiddenRowBytes + <usize>step * hiddenStepBytes;
        passGates(
          products + <usize>row * productBytes,
          pointer(args, 2),
          pointer(args, 0) + (at * <usize>steps + <usize>read) * rowBytes * 3,
          step ? hidden - hiddenStepBytes : pointer(args, 3) + at * rowBytes,
          pointer(args, 6) ? pointer(args, 6) + (at * <usize>steps + <usize>step) * (rowBytes << 2) : 0,
          hidden, to + (<usize>(row - tile) << 2), size, units);
        if (step == steps - 1 && pointer(args, 8)) memory.copy(pointer(args, 8) + at * rowBytes, hidden, rowBytes);
      }
      to += <usize>(units * size) << 2;
      tile += size;
    }
  }
}

/** One step of one row. */
function passGates(sums: usize, bias: usize, projected: usize, before: usize, kept: usize, hidden: usize, packed: usize, size: i32, units: i32): void {
  const gateBytes = <usize>units << 2;
  for (let left = units; left > 0; left -= 4) {
    const uz = f32x4.add(v128.load(sums), loadLanes(bias, left));
    const ur = f32x4.add(v128.load(sums + gateBytes), loadLanes(bias + gateBytes, left));
    const ug = f32x4.add(v128.load(sums + gateBytes * 2), loadLanes(bias + gateBytes * 2, left));
    const z = gateSigmoid(f32x4.add(loadLanes(projected, left), uz));
    const r = gateSigmoid(f32x4.add(loadLanes(projected + gateBytes, left), ur));
    const g = gateTanh(f32x4.add(loadLanes(projected + gateBytes * 2, left), f32x4.mul(r, ug)));
    const h = f32x4.add(g, f32x4.mul(z, f32x4.sub(loadLanes(before, left), g)));
    if (kept) {
      storeLanes(kept, z, left);
      storeLanes(kept + gateBytes, r, left);
      storeLanes(kept + gateBytes * 2, g, left);
      storeLanes(kept + gateBytes * 3, ug, left);
      kept += 16;
    }
    storeLanes(hidden, h, left);
    storePacked(packed, h, left, size);
    sums += 16;
    bias += 16;
    projected += 16;
    before += 16;
    hidden += 16;
    packed += <usize>size << 4;
  }
}
