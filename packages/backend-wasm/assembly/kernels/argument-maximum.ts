import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * The place of the largest of each row of in[rows, columns], the first of equals, as int32. A NaN is never larger.
 * Split by rows.
 *
 * Arguments: in, out, rows, columns.
 */
export function argumentMaximum(args: usize, thread: i32, threads: i32): void {
  const columns = word(args, 3);
  const last = startOf(word(args, 2), thread + 1, threads);
  for (let row = startOf(word(args, 2), thread, threads); row < last; row++) {
    const from = pointer(args, 0) + (<usize>row * <usize>columns << 2);
    let best = load<f32>(from);
    let place = 0;
    for (let column = 1; column < columns; column++) {
      const value = load<f32>(from + (<usize>column << 2));
      if (value > best) {
        best = value;
        place = column;
      }
    }
    store<i32>(pointer(args, 1) + (<usize>row << 2), place);
  }
}
