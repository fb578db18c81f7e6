import { pointer, word } from '../lib/arguments';
import { gateTanh, throughSigmoid, throughTanh } from '../lib/gates';
import { loadLanes, storeLanes } from '../lib/lanes';
import { firstRowOf } from '../lib/partition';
import { GROUP_ROWS, multiplyStates, paddedBytes, productRow, storePacked } from '../lib/recurrence';
import { rowsOfTile } from '../lib/tile';

/**
 * The gradient of `lstm`, from the last step to the first: `dSums` [batch, steps, 4 units] gets the gradient of the four sums, in
 * the order of `projected`, and `previous` [batch, steps, units] the h that each step began with, so that the gradient of R is
 * one product of the two afterwards. `dHidden` and `dCarry` get the gradients of h0 and c0. `panels` is R transposed, packed.
 * Split by fours of rows of the batch.
 *
 * Rows of `dy` lie `dyRowBytes` apart and its steps `dyStepBytes`, 0 where there is one for the last step only; `dLast` (0: none)
 * is the gradient of c after the last step, in rows `dyRowBytes` apart; `zeros` are `units` floats. `hidden`, `gates` and
 * `carries` are what `lstm` kept.
 *
 * Arguments: dy, panels, gates, carries, c0, hidden, h0, packed, products, dSums, previous, dHidden, dCarry, dLast, zeros, batch,
 * steps, units, backwards, hiddenRowBytes, dyRowBytes, dyStepBytes.
 */
export function lstmGradient(args: usize, thread: i32, threads: i32): void {
  const end = firstRowOf(word(args, 15), thread + 1, threads);
  for (let row = firstRowOf(word(args, 15), thread, threads); row < end; row += GROUP_ROWS) walkBack(args, row, min(GROUP_ROWS, end - row));
}

function walkBack(args: usize, first: i32, rows: i32): void {
  const steps = word(args, 16), units = word(args, 17);
  const rowBytes = <usize>units << 2;
  const gateBytes = rowBytes << 2;
  const productBytes = <usize>productRow(units) << 2;
  const packed = pointer(args, 7) + <usize>first * gateBytes;
  const products = pointer(args, 8) + <usize>first * productBytes;
  const dyRowBytes = pointer(args, 20), dyStepBytes = pointer(args, 21);
  // Of what is packed only the rows that the last tile lacks have to be 0, but all is as quickly done.
  memory.fill(packed, 0, paddedBytes(rows, units << 2));
  memory.fill(products, 0, <usize>rows * productBytes);
  for (let row = 0; row < rows; row++) {
    const at = <usize>(first + row);
    memory.copy(pointer(args, 12) + at * rowBytes, pointer(args, 13) ? pointer(args, 13) + at * dyRowBytes : pointer(args, 14), rowBytes);
  }
  for (let step = steps - 1; step >= 0; step--) {
    const read = word(args, 18) ? steps - 1 - step : step;
    let to = packed;
    for (let tile = 0; tile < rows; ) {
      const size = rowsOfTile(rows - tile);
      for (let row = tile; row < min(tile + size, rows); row++) {
        const at = <usize>(first + row);
        const place = at * <usize>steps + <usize>step;
        const readPlace = at * <usize>steps + <usize>read;
        const carry = pointer(args, 3) + place * rowBytes;
        const hidden = pointer(args, 5) + at * pointer(args, 19) + <usize>(step - 1) * rowBytes;
        memory.copy(pointer(args, 10) + readPlace * rowBytes, step ? hidden : pointer(args, 6) + at * rowBytes, rowBytes);
        passBack(
          dyStepBytes || step == steps - 1 ? pointer(args, 0) + at * dyRowBytes + <usize>step * dyStepBytes : pointer(args, 14),
          products + <usize>row * productBytes,
          pointer(args, 2) + place * gateBytes,
          carry,
          step ? carry - rowBytes : pointer(args, 4) + at * rowBytes,
          pointer(args, 12) + at * rowBytes,
          pointer(args, 9) + readPlace * gateBytes,
          to + (<usize>(row - tile) << 2), size, units);
      }
      to += <usize>(units * size) << 4;
      tile += size;
    }
    multiplyStates(packed, rows, pointer(args, 1), units << 2, units, products);
  }
  for (let row = 0; row < rows; row++) memory.copy(pointer(args, 11) + <usize>(first + row) * rowBytes, products + <usize>row * productBytes, rowBytes);
}

/** One step of one row. */
function passBack(dy: usize, fromNext: usize, gates: usize, carry: usize, before: usize, dCarry: usize, dSums: usize, packed: usize, size: i32, units: i32): void {
  const gateBytes = <usize>units << 2;
  const packedBytes = <usize>(units * size) << 2;
  for (let left = units; left > 0; left -= 4) {
    const i = loadLanes(gates, left);
    const f = loadLanes(gates + gateBytes, left);
    const g = loadLanes(gates + gateBytes * 2, left);
    const o = loadLanes(gates + gateBytes * 3, left);
    const dh = f32x4.add(loadLanes(dy, left), v128.load(fromNext));
    const tanhC = gateTanh(loadLanes(carry, left));
    const dc = f32x4.add(loadLanes(dCarry, left), throughTanh(f32x4.mul(dh, o), tanhC));
    const di = throughSigmoid(f32x4.mul(dc, g), i);
    const df = throughSigmoid(f32x4.mul(dc, loadLanes(before, left)), f);
    const dg = throughTanh(f32x4.mul(dc, i), g);
    const dO = throughSigmoid(f32x4.mul(dh, tanhC), o);
    storeLanes(dCarry, f32x4.mul(dc, f), left);
    storeLanes(dSums, di, left);
    storeLanes(dSums + gateBytes, df, left);
    storeLanes(dSums + gateBytes * 2, dg, left);
    storeLanes(dSums + gateBytes * 3, dO, left);
    storePacked(packed, di, left, size);
    storePacked(packed + packedBytes, df, left, size);
    storePacked(packed + packedBytes * 2, dg, left, size);
    storePacked(packed + packedBytes * 3, dO, left, size);
    dy += 16;
    fromNext += 16;
    gates += 16;
    carry += 16;
    before += 16;
    dCarry += 16;
    dSums += 16;
    packed += <usize>size << 4;
  }
}
