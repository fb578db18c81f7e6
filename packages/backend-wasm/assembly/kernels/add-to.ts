import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';

/**
 * out += in, element by element. Split by groups of four.
 *
 * Arguments: in, out, size.
 */
export function addTo(args: usize, thread: i32, threads: i32): void {
  const groups = (word(args, 2) + 3) >> 2;
  const end = min(word(args, 2), startOf(groups, thread + 1, threads) << 2);
  let index = startOf(groups, thread, threads) << 2;
  let from = pointer(args, 0) + (<usize>index << 2), to = pointer(args, 1) + (<usize>index << 2);
  for (; index < end; index += 4) {
    storeLanes(to, f32x4.add(loadLanes(to, end - index), loadLanes(from, end - index)), end - index);
    from += 16;
    to += 16;
  }
}
