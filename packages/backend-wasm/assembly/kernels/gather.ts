import { pointer, word } from '../lib/arguments';
import { copy } from '../lib/copy';
import { startOf } from '../lib/partition';
import { refuse } from '../lib/refuse';

/**
 * Takes rows by number: out[b, o, t] = in[b, o, ids[b, t]], each a run of `runBytes` neighbours. A number that is no row is
 * refused and gives zeros. Split by rows of `out`.
 *
 * Arguments: in, ids, out, batch, outers, rows, taken, runBytes, the cell of `refuse`.
 */
export function gather(args: usize, thread: i32, threads: i32): void {
  const outers = word(args, 4), rows = word(args, 5), taken = word(args, 6);
  const runBytes = pointer(args, 7);
  const runs = word(args, 3) * outers * taken;
  const last = startOf(runs, thread + 1, threads);
  let run = startOf(runs, thread, threads);
  let to = pointer(args, 2) + <usize>run * runBytes;
  while (run < last) {
    const block = run / taken;
    let place = block / outers * taken + run % taken;
    const end = min(last, (block + 1) * taken);
    const from = pointer(args, 0) + <usize>(block * rows) * runBytes;
    for (; run < end; run++) {
      const id = load<i32>(pointer(args, 1) + (<usize>place << 2));
      if (<u32>id < <u32>rows) {
        copy(from + <usize>id * runBytes, to, runBytes);
      } else {
        refuse(pointer(args, 8), args, place, id);
        memory.fill(to, 0, runBytes);
      }
      to += runBytes;
      place++;
    }
  }
}
