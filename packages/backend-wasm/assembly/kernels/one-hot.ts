import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Writes rows of `depth` words, each `off` but for the one its index names, which is `on`; an index that is no column makes
 * a row of `off`. Values are raw words. Split by rows.
 *
 * Arguments: indices (int32), out, rows, depth, on, off.
 */
export function oneHot(args: usize, thread: i32, threads: i32): void {
  const indices = pointer(args, 0), out = pointer(args, 1);
  const rows = word(args, 2), depth = word(args, 3), on = word(args, 4), off = word(args, 5);
  const last = startOf(rows, thread + 1, threads);
  for (let row = startOf(rows, thread, threads); row < last; row++) {
    const to = out + (<usize>row * <usize>depth << 2);
    for (let column = 0; column < depth; column++) store<i32>(to + (<usize>column << 2), off);
    const index = load<i32>(indices + (<usize>row << 2));
    if (<u32>index < <u32>depth) store<i32>(to + (<usize>index << 2), on);
  }
}
