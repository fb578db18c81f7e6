import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Adds up the parts of a filter gradient: dW[line, column] = sum over parts of in[part, line, column], where lines of `in` are
 * `stride` floats long and those of dW `columns`, a multiple of four. Split by lines.
 *
 * Arguments: in, dW, parts, lines, columns, stride.
 */
export function conv2dAddParts(args: usize, thread: i32, threads: i32): void {
  const parts = word(args, 2), lines = word(args, 3), columns = word(args, 4), stride = word(args, 5);
  const partBytes = <usize>(lines * stride) << 2;
  const last = startOf(lines, thread + 1, threads);
  for (let line = startOf(lines, thread, threads); line < last; line++) {
    const from = pointer(args, 0) + (<usize>(line * stride) << 2), to = pointer(args, 1) + (<usize>(line * columns) << 2);
    for (let offset: usize = 0, end = <usize>columns << 2; offset < end; offset += 16) {
      let at = from + offset;
      let sum = v128.load(at);
      for (let part = 1; part < parts; part++) {
        at += partBytes;
        sum = f32x4.add(sum, v128.load(at));
      }
      v128.store(to + offset, sum);
    }
  }
}
