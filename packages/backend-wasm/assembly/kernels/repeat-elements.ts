import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Writes each element `times` times: [a, b] becomes [a, a, b, b]. Split by elements.
 *
 * Arguments: in, out, size, times.
 */
export function repeatElements(args: usize, thread: i32, threads: i32): void {
  const size = word(args, 2), times = word(args, 3);
  const last = startOf(size, thread + 1, threads);
  let index = startOf(size, thread, threads);
  let from = pointer(args, 0) + (<usize>index << 2), to = pointer(args, 1) + (<usize>(index * times) << 2);
  for (; index < last; index++) {
    const value = load<f32>(from);
    for (let time = 0; time < times; time++) {
      store<f32>(to, value);
      to += 4;
    }
    from += 4;
  }
}
