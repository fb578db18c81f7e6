import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';

/**
 * out[id] = sum of in[i] over the rows i whose id is `id`, in the order of i; rows without a segment (id below 0 or past the
 * last) are left out. `out` must hold zeros. Thread t owns the segments t, t + threads, …: frequent ids are small in every
 * vocabulary, so neighbours go to different threads.
 *
 * Arguments: in, ids, out, rows, columns, segments, integers (1: rows are int32).
 */
export function segmentSum(args: usize, thread: i32, threads: i32): void {
  const rows = word(args, 3), columns = word(args, 4), segments = word(args, 5), integers = word(args, 6);
  const rowBytes = <usize>columns << 2;
  const out = pointer(args, 2);
  let from = pointer(args, 0), ids = pointer(args, 1);
  for (let row = 0; row < rows; row++) {
    const id = load<i32>(ids);
    if (<u32>id < <u32>segments && (threads == 1 || id % threads == thread)) {
      const to = out + <usize>id * rowBytes;
      if (integers) addIntegers(from, to, columns);
      else addFloats(from, to, columns);
    }
    from += rowBytes;
    ids += 4;
  }
}

function addFloats(from: usize, to: usize, columns: i32): void {
  for (let column = 0; column < columns; column += 4) {
    const lanes = columns - column;
    storeLanes(to, f32x4.add(loadLanes(to, lanes), loadLanes(from, lanes)), lanes);
    from += 16;
    to += 16;
  }
}

function addIntegers(from: usize, to: usize, columns: i32): void {
  for (let column = 0; column < columns; column += 4) {
    const lanes = columns - column;
    storeLanes(to, i32x4.add(loadLanes(to, lanes), loadLanes(from, lanes)), lanes);
    from += 16;
    to += 16;
  }
}
