import { float, pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';
import { refuse } from '../lib/refuse';

/**
 * `gather` and `sum` in one: sums of the rows that ids name, out[o, c] = sum of in[ids[o, t]] over the t of chunk c, divided
 * by `divisor`. What is added, and in what order, is as in `sum`; the rows between are never written.
 * A number that is no row is refused and left out. Split by chunks.
 *
 * Arguments: in, ids, out, outer, reduced, columns, chunk, divisor, rows, the cell of `refuse`.
 */
export function gatherSum(args: usize, thread: i32, threads: i32): void {
  const reduced = word(args, 4), columns = word(args, 5), chunk = word(args, 6);
  const chunks = max(1, (reduced + chunk - 1) / chunk);
  const units = word(args, 3) * chunks;
  const last = startOf(units, thread + 1, threads);
  const rowBytes = <usize>columns << 2;
  for (let unit = startOf(units, thread, threads); unit < last; unit++) {
    const first = unit % chunks * chunk;
    const place = unit / chunks * reduced + first;
    const count = min(chunk, reduced - first);
    const to = pointer(args, 2) + <usize>unit * rowBytes;
    let column = 0;
    for (; column + 16 <= columns; column += 16) sumSixteen(args, place, count, column, to + (<usize>column << 2));
    for (; column < columns; column += 4) sumFour(args, place, count, column, to + (<usize>column << 2));
  }
}

/** Sixteen columns of the rows that `count` ids from `place` on name. */
function sumSixteen(args: usize, place: i32, count: i32, column: i32, to: usize): void {
  const rows = word(args, 8);
  const rowBytes = <usize>word(args, 5) << 2;
  const from = pointer(args, 0) + (<usize>column << 2);
  let a = f32x4.splat(0), b = a, c = a, d = a;
  let ids = pointer(args, 1) + (<usize>place << 2);
  for (const end = ids + (<usize>count << 2); ids < end; ids += 4) {
    const id = load<i32>(ids);
    if (<u32>id >= <u32>rows) {
      refuse(pointer(args, 9), args, <i32>((ids - pointer(args, 1)) >> 2), id);
      continue;
    }
    const at = from + <usize>id * rowBytes;
    a = f32x4.add(a, v128.load(at));
    b = f32x4.add(b, v128.load(at, 16));
    c = f32x4.add(c, v128.load(at, 32));
    d = f32x4.add(d, v128.load(at, 48));
  }
  const by = f32x4.splat(float(args, 7));
  v128.store(to, f32x4.div(a, by));
  v128.store(to, f32x4.div(b, by), 16);
  v128.store(to, f32x4.div(c, by), 32);
  v128.store(to, f32x4.div(d, by), 48);
}

/** Up to four columns, likewise. */
function sumFour(args: usize, place: i32, count: i32, column: i32, to: usize): void {
  const rows = word(args, 8), columns = word(args, 5);
  const lanes = columns - column;
  const from = pointer(args, 0) + (<usize>column << 2);
  let a = f32x4.splat(0);
  let ids = pointer(args, 1) + (<usize>place << 2);
  for (const end = ids + (<usize>count << 2); ids < end; ids += 4) {
    const id = load<i32>(ids);
    if (<u32>id >= <u32>rows) {
      refuse(pointer(args, 9), args, <i32>((ids - pointer(args, 1)) >> 2), id);
      continue;
    }
    a = f32x4.add(a, loadLanes(from + (<usize>id * <usize>columns << 2), lanes));
  }
  storeLanes(to, f32x4.div(a, f32x4.splat(float(args, 7))), lanes);
}
