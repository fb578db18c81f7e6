import { pointer, word } from '../lib/arguments';
import { gateSigmoid, gateTanh } from '../lib/gates';
import { loadLanes, storeLanes } from '../lib/lanes';
import { firstRowOf } from '../lib/partition';
import { GROUP_ROWS, multiplyStates, packStates, productRow, storePacked } from '../lib/recurrence';
import { rowsOfTile } from '../lib/tile';

/**
 * An LSTM over whole sequences: with the four sums s = projected[row, step] + h · R in the order i, f, g, o,
 * c = σ(f) c + σ(i) tanh(g) and h = σ(o) tanh(c). `panels` is R packed by `packPanels`. Split by fours of rows of the batch.
 *
 * Row b of `hidden` begins at `b * hiddenRowBytes`, its steps lie `hiddenStepBytes` apart, 0 where only the last is wanted.
 * With `keep`, `gates` [batch, steps, 4 units] gets the gates after their activations and `carries` a place for each step; else
 * `carries` is one row for each of the batch. `last` (0: none) gets h after the last step, `lastCarry` (0: none) c, in rows
 * `hiddenRowBytes` apart. With `backwards` the steps of `projected` are taken from the last to the first; all else lies in the
 * order taken. `packed` and `products` are room to work in.
 *
 * Arguments: projected, panels, h0, c0, packed, products, gates, carries, hidden, last, lastCarry, batch, steps, units,
 * backwards, keep, hiddenRowBytes, hiddenStepBytes.
 */
export function lstm(args: usize, thread: i32, threads: i32): void {
  const end = firstRowOf(word(args, 11), thread + 1, threads);
  for (let row = firstRowOf(word(args, 11), thread, threads); row < end; row += GROUP_ROWS) walkSteps(args, row, min(GROUP_ROWS, end - row));
}

function walkSteps(args: usize, first: i32, rows: i32): void {
  const steps = word(args, 12), units = word(args, 13), keep = word(args, 15);
  const rowBytes = <usize>units << 2;
  const gateBytes = rowBytes << 2;
  const productBytes = <usize>productRow(units << 2) << 2;
  const packed = pointer(args, 4) + <usize>first * rowBytes;
  const products = pointer(args, 5) + <usize>first * productBytes;
  const hiddenRowBytes = pointer(args, 16), hiddenStepBytes = pointer(args, 17);
  packStates(pointer(args, 2) + <usize>first * rowBytes, rows, units, packed);
  for (let step = 0; step < steps; step++) {
    multiplyStates(packed, rows, pointer(args, 1), units, units << 2, products);
    const read = word(args, 14) ? steps - 1 - step : step;
    let to = packed;
    for (let tile = 0; tile < rows; ) {
      const size = rowsOfTile(rows - tile);
      for (let row = tile; row < min(tile + size, rows); row++) {
        const at = <usize>(first + row);
        const place = keep ? at * <usize>steps + <usize>step : at;
        const carry = pointer(args, 7) + place * rowBytes;
        const hidden = pointer(args, 8) + at * hiddenRowBytes + <usize>step * hiddenStepBytes;
        passGates(
          products + <usize>row * productBytes,
          pointer(args, 0) + (at * <usize>steps + <usize>read) * gateBytes,
          step == 0 ? pointer(args, 3) + at * rowBytes : keep ? carry - rowBytes : carry,
          keep ? pointer(args, 6) + place * gateBytes : 0,
          carry, hidden, to + (<usize>(row - tile) << 2), size, units);
        if (step == steps - 1) {
          if (pointer(args, 9)) memory.copy(pointer(args, 9) + at * rowBytes, hidden, rowBytes);
          if (pointer(args, 10)) memory.copy(pointer(args, 10) + at * hiddenRowBytes, carry, rowBytes);
        }
      }
      to += <usize>(units * size) << 2;
      tile += size;
    }
  }
}

/** One step of one row. */
function passGates(sums: usize, projected: usize, before: usize, gates: usize, carry: usize, hidden: usize, packed: usize, size: i32, units: i32): void {
  const gateBytes = <usize>units << 2;
  for (let left = units; left > 0; left -= 4) {
    const i = gateSigmoid(f32x4.add(v128.load(sums), loadLanes(projected, left)));
    const f = gateSigmoid(f32x4.add(v128.load(sums + gateBytes), loadLanes(projected + gateBytes, left)));
    const g = gateTanh(f32x4.add(v128.load(sums + gateBytes * 2), loadLanes(projected + gateBytes * 2, left)));
    const o = gateSigmoid(f32x4.add(v128.load(sums + gateBytes * 3), loadLanes(projected + gateBytes * 3, left)));
    const c = f32x4.add(f32x4.mul(f, loadLanes(before, left)), f32x4.mul(i, g));
    const h = f32x4.mul(o, gateTanh(c));
    if (gates) {
      storeLanes(gates, i, left);
      storeLanes(gates + gateBytes, f, left);
      storeLanes(gates + gateBytes * 2, g, left);
      storeLanes(gates + gateBytes * 3, o, left);
      gates += 16;
    }
    storeLanes(carry, c, left);
    storeLanes(hidden, h, left);
    storePacked(packed, h, left, size);
    sums += 16;
    projected += 16;
    before += 16;
    carry += 16;
    hidden += 16;
    packed += <usize>size << 4;
  }
}
