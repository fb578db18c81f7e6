import { copy } from '../lib/copy';
import { pointer, word } from '../lib/arguments';

/**
 * Copies `bytes` bytes to where the word at `cursor` points, and moves it past them: run again, it writes behind what it wrote
 * before. Done by one thread.
 *
 * Arguments: in, cursor, bytes.
 */
export function append(args: usize): void {
  const cursor = pointer(args, 1), bytes = <usize>word(args, 2);
  const to = <usize>load<u32>(cursor);
  copy(pointer(args, 0), to, bytes);
  store<u32>(cursor, <u32>(to + bytes));
}
