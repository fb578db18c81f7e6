import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * The maximum of in[outer, axis, inner] along the middle axis, to out[outer, inner]; NaN wins. Split by outer rows.
 *
 * Arguments: in, out, outer, axis, inner.
 */
export function maximum(args: usize, thread: i32, threads: i32): void {
  const outer = word(args, 2), axis = word(args, 3), inner = word(args, 4);
  const last = startOf(outer, thread + 1, threads);
  for (let row = startOf(outer, thread, threads); row < last; row++) {
    const from = pointer(args, 0) + (<usize>row * <usize>axis * <usize>inner << 2);
    const to = pointer(args, 1) + (<usize>row * <usize>inner << 2);
    if (inner == 1) store<f32>(to, maximumOf(from, axis));
    else maximumOfRows(from, to, axis, inner);
  }
}

function maximumOf(from: usize, count: i32): f32 {
  let best: f32 = -f32.MAX_VALUE * 2;
  let lanes = f32x4.splat(best);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    lanes = f32x4.max(lanes, v128.load(from));
    from += 16;
  }
  best = max(max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)), max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)));
  for (; i < count; i++) {
    best = max(best, load<f32>(from));
    from += 4;
  }
  return best;
}

function maximumOfRows(from: usize, to: usize, rows: i32, inner: i32): void {
  memory.copy(to, from, <usize>inner << 2);
  for (let row = 1; row < rows; row++) {
    from += <usize>inner << 2;
    let column = 0;
    for (; column + 4 <= inner; column += 4) {
      const offset = <usize>column << 2;
      v128.store(to + offset, f32x4.max(v128.load(to + offset), v128.load(from + offset)));
    }
    for (; column < inner; column++) {
      const offset = <usize>column << 2;
      store<f32>(to + offset, max(load<f32>(to + offset), load<f32>(from + offset)));
    }
  }
}
