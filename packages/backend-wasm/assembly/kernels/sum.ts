import { float, pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';

/**
 * Sums of in[outer, reduced, inner] over the middle axis, in chunks of `chunk`: out[outer, chunks, inner], divided by
 * `divisor`. Chunks are of a fixed size and each is summed by one thread, so that a second pass over them gives the same
 * bits on any number of threads. Split by chunks.
 *
 * Arguments: in, out, outer, reduced, inner, chunk, divisor.
 */
export function sum(args: usize, thread: i32, threads: i32): void {
  const reduced = word(args, 3), inner = word(args, 4), chunk = word(args, 5);
  const divisor = float(args, 6);
  const chunks = max(1, (reduced + chunk - 1) / chunk);
  const units = word(args, 2) * chunks;
  const last = startOf(units, thread + 1, threads);
  const rowBytes = <usize>inner << 2;
  for (let unit = startOf(units, thread, threads); unit < last; unit++) {
    const first = unit % chunks * chunk;
    const count = min(chunk, reduced - first);
    const from = pointer(args, 0) + <usize>(unit / chunks * reduced + first) * rowBytes;
    const to = pointer(args, 1) + <usize>unit * rowBytes;
    if (inner == 1) store<f32>(to, sumRow(from, count) / divisor);
    else sumColumns(from, to, count, inner, rowBytes, divisor);
  }
}

/** The sum of `count` neighbours: sixteen sums side by side, then pairwise together. */
function sumRow(from: usize, count: i32): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  let index = 0;
  for (; index + 16 <= count; index += 16) {
    a = f32x4.add(a, v128.load(from));
    b = f32x4.add(b, v128.load(from, 16));
    c = f32x4.add(c, v128.load(from, 32));
    d = f32x4.add(d, v128.load(from, 48));
    from += 64;
  }
  for (; index < count; index += 4) {
    a = f32x4.add(a, loadLanes(from, count - index));
    from += 16;
  }
  a = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3));
}

function sumColumns(from: usize, to: usize, rows: i32, columns: i32, rowBytes: usize, divisor: f32): void {
  const by = f32x4.splat(divisor);
  let column = 0;
  for (; column + 16 <= columns; column += 16) {
    let a = f32x4.splat(0), b = a, c = a, d = a;
    let at = from;
    for (let row = 0; row < rows; row++) {
      a = f32x4.add(a, v128.load(at));
      b = f32x4.add(b, v128.load(at, 16));
      c = f32x4.add(c, v128.load(at, 32));
      d = f32x4.add(d, v128.load(at, 48));
      at += rowBytes;
    }
    v128.store(to, f32x4.div(a, by));
    v128.store(to, f32x4.div(b, by), 16);
    v128.store(to, f32x4.div(c, by), 32);
    v128.store(to, f32x4.div(d, by), 48);
    from += 64;
    to += 64;
  }
  for (; column < columns; column += 4) {
    const lanes = columns - column;
    let a = f32x4.splat(0);
    let at = from;
    for (let row = 0; row < rows; row++) {
      a = f32x4.add(a, loadLanes(at, lanes));
      at += rowBytes;
    }
    storeLanes(to, f32x4.div(a, by), lanes);
    from += 16;
    to += 16;
  }
}
