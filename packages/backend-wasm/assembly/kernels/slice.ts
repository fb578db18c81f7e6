import { pointer, word } from '../lib/arguments';
import { copy } from '../lib/copy';
import { startOf } from '../lib/partition';

/**
 * Copies a block out of a tensor or into one: runs of `runBytes` neighbours, which lie in `in` and in `out` as five nested loops
 * say. Split by runs.
 *
 * Arguments: in, out, runBytes, 3 to 7 the lengths of the loops from the outermost on, 8 to 12 their steps through `in` and 13 to
 * 17 those through `out` (bytes).
 */
export function slice(args: usize, thread: i32, threads: i32): void {
  const runBytes = pointer(args, 2);
  const n1 = word(args, 4), n2 = word(args, 5), n3 = word(args, 6), n4 = word(args, 7);
  const runs = word(args, 3) * n1 * n2 * n3 * n4;
  const last = startOf(runs, thread + 1, threads);
  let run = startOf(runs, thread, threads);
  while (run < last) {
    let rest = run;
    const i4 = rest % n4;
    rest /= n4;
    const i3 = rest % n3;
    rest /= n3;
    const i2 = rest % n2;
    rest /= n2;
    const i1 = rest % n1;
    const i0 = rest / n1;
    let from = pointer(args, 0) + <usize>i0 * pointer(args, 8) + <usize>i1 * pointer(args, 9) + <usize>i2 * pointer(args, 10) + <usize>i3 * pointer(args, 11) + <usize>i4 * pointer(args, 12);
    let to = pointer(args, 1) + <usize>i0 * pointer(args, 13) + <usize>i1 * pointer(args, 14) + <usize>i2 * pointer(args, 15) + <usize>i3 * pointer(args, 16) + <usize>i4 * pointer(args, 17);
    const here = min(n4 - i4, last - run);
    for (let i = 0; i < here; i++) {
      if (runBytes == 1) store<u8>(to, load<u8>(from));
      else copy(from, to, runBytes);
      from += pointer(args, 12);
      to += pointer(args, 17);
    }
    run += here;
  }
}
