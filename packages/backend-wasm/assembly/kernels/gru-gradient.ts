import { pointer, word } from '../lib/arguments';
import { throughSigmoid, throughTanh } from '../lib/gates';
import { loadLanes, storeLanes } from '../lib/lanes';
import { firstRowOf } from '../lib/partition';
import { GROUP_ROWS, multiplyStates, paddedBytes, productRow, storePacked } from '../lib/recurrence';
import { rowsOfTile } from '../lib/tile';

/**
 * The gradient of `gru`, from the last step to the first. `dSums` and `dRecurrent` [batch, steps, 3 units] get the gradients of
 * `projected` and of h · R + bias, `previous` [batch, steps, units] the h that each step began with, all in the order of
 * `projected`: the gradient of R is one product of the latter two afterwards. `dHidden` gets the gradient of h0. `panels` is R
 * transposed, packed. Split by fours of rows of the batch.
 *
 * `dy` and `zeros` are as in `lstmGradient`; `hidden` and `kept` are what `gru` kept.
 *
 * Arguments: dy, panels, kept, hidden, h0, packed, products, dSums, dRecurrent, previous, dHidden, zeros, batch, steps, units,
 * backwards, dyRowBytes, dyStepBytes.
 */
export function gruGradient(args: usize, thread: i32, threads: i32): void {
  const end = firstRowOf(word(args, 12), thread + 1, threads);
  for (let row = firstRowOf(word(args, 12), thread, threads); row < end; row += GROUP_ROWS) walkBack(args, row, min(GROUP_ROWS, end - row));
}

function walkBack(args: usize, first: i32, rows: i32): void {
  const steps = word(args, 13), units = word(args, 14);
  const rowBytes = <usize>units << 2;
  const productBytes = <usize>productRow(units) << 2;
  const packed = pointer(args, 5) + <usize>first * rowBytes * 3;
  const products = pointer(args, 6) + <usize>first * productBytes;
  const dyRowBytes = pointer(args, 16), dyStepBytes = pointer(args, 17);
  // Of what is packed only the rows that the last tile lacks have to be 0, but all is as quickly done.
  memory.fill(packed, 0, paddedBytes(rows, units * 3));
  memory.fill(products, 0, <usize>rows * productBytes);
  for (let row = 0; row < rows; row++) memory.fill(pointer(args, 10) + <usize>(first + row) * rowBytes, 0, rowBytes);
  for (let step = steps - 1; step >= 0; step--) {
    const read = word(args, 15) ? steps - 1 - step : step;
    let to = packed;
    for (let tile = 0; tile < rows; ) {
      const size = rowsOfTile(rows - tile);
      for (let row = tile; row < min(tile + size, rows); row++) {
        const at = <usize>(first + row);
        const place = at * <usize>steps + <usize>step;
        const readPlace = at * <usize>steps + <usize>read;
        const before = step ? pointer(args, 3) + (place - 1) * rowBytes : pointer(args, 4) + at * rowBytes;
        memory.copy(pointer(args, 9) + readPlace * rowBytes, before, rowBytes);
        passBack(
          dyStepBytes || step == steps - 1 ? pointer(args, 0) + at * dyRowBytes + <usize>step * dyStepBytes : pointer(args, 11),
          products + <usize>row * productBytes,
          pointer(args, 2) + place * (rowBytes << 2),
          before,
          pointer(args, 10) + at * rowBytes,
          pointer(args, 7) + readPlace * rowBytes * 3,
          pointer(args, 8) + readPlace * rowBytes * 3,
          to + (<usize>(row - tile) << 2), size, units);
      }
      to += <usize>(units * 3 * size) << 2;
      tile += size;
    }
    multiplyStates(packed, rows, pointer(args, 1), units * 3, units, products);
  }
  for (let row = 0; row < rows; row++) addRow(pointer(args, 10) + <usize>(first + row) * rowBytes, products + <usize>row * productBytes, units);
}

/** One step of one row. `direct` holds the part of dh that goes round the product, z dh of the step after this. */
function passBack(dy: usize, fromNext: usize, kept: usize, before: usize, direct: usize, dSums: usize, dRecurrent: usize, packed: usize, size: i32, units: i32): void {
  const gateBytes = <usize>units << 2;
  const packedBytes = <usize>(units * size) << 2;
  const one = f32x4.splat(1);
  for (let left = units; left > 0; left -= 4) {
    const z = loadLanes(kept, left);
    const r = loadLanes(kept + gateBytes, left);
    const g = loadLanes(kept + gateBytes * 2, left);
    const ug = loadLanes(kept + gateBytes * 3, left);
    const dh = f32x4.add(loadLanes(dy, left), f32x4.add(loadLanes(direct, left), v128.load(fromNext)));
    const dz = throughSigmoid(f32x4.mul(dh, f32x4.sub(loadLanes(before, left), g)), z);
    const dg = throughTanh(f32x4.mul(dh, f32x4.sub(one, z)), g);
    const dr = throughSigmoid(f32x4.mul(dg, ug), r);
    const dug = f32x4.mul(dg, r);
    storeLanes(direct, f32x4.mul(dh, z), left);
    storeLanes(dSums, dz, left);
    storeLanes(dSums + gateBytes, dr, left);
    storeLanes(dSums + gateBytes * 2, dg, left);
    storeLanes(dRecurrent, dz, left);
    storeLanes(dRecurrent + gateBytes, dr, left);
    storeLanes(dRecurrent + gateBytes * 2, dug, left);
    storePacked(packed, dz, left, size);
    storePacked(packed + packedBytes, dr, left, size);
    storePacked(packed + packedBytes * 2, dug, left, size);
    dy += 16;
    fromNext += 16;
    kept += 16;
    before += 16;
    direct += 16;
    dSums += 16;
    dRecurrent += 16;
    packed += <usize>size << 4;
  }
}

function addRow(to: usize, from: usize, count: i32): void {
  for (let left = count; left > 0; left -= 4) {
    storeLanes(to, f32x4.add(loadLanes(to, left), v128.load(from)), left);
    to += 16;
    from += 16;
  }
}
