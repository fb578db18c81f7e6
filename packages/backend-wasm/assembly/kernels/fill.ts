import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Sets every 32-bit word of `out` to `value`. Split evenly.
 *
 * Arguments: out, size (words), value (bits).
 */
export function fill(args: usize, thread: i32, threads: i32): void {
  const value = word(args, 2);
  const first = startOf(word(args, 1), thread, threads), last = startOf(word(args, 1), thread + 1, threads);
  let to = pointer(args, 0) + (<usize>first << 2);
  const end = pointer(args, 0) + (<usize>last << 2);
  if (value == 0) {
    memory.fill(to, 0, end - to);
    return;
  }
  const four = i32x4.splat(value);
  for (; to + 16 <= end; to += 16) v128.store(to, four);
  for (; to < end; to += 4) store<i32>(to, value);
}
