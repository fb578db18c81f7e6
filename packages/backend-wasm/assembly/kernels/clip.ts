import { float, pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';

/**
 * out = min(max(in, lower), upper); a NaN stays NaN. Split by groups of four elements.
 *
 * Arguments: in, out, size, lower, upper, integers (1: all are int32).
 */
export function clip(args: usize, thread: i32, threads: i32): void {
  const size = word(args, 2);
  const groups = (size + 3) >> 2;
  const end = min(size, startOf(groups, thread + 1, threads) << 2);
  let index = startOf(groups, thread, threads) << 2;
  let from = pointer(args, 0) + (<usize>index << 2), to = pointer(args, 1) + (<usize>index << 2);
  if (word(args, 5)) {
    const lower = i32x4.splat(word(args, 3)), upper = i32x4.splat(word(args, 4));
    for (; index < end; index += 4) {
      storeLanes(to, i32x4.min_s(i32x4.max_s(loadLanes(from, end - index), lower), upper), end - index);
      from += 16;
      to += 16;
    }
  } else {
    const lower = f32x4.splat(float(args, 3)), upper = f32x4.splat(float(args, 4));
    for (; index < end; index += 4) {
      storeLanes(to, f32x4.min(f32x4.max(loadLanes(from, end - index), lower), upper), end - index);
      from += 16;
      to += 16;
    }
  }
}
