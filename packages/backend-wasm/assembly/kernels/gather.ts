import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Takes rows by number: out[b, o, t] = in[b, o, ids[b, t]], each a run of `runBytes` neighbours. A number that is no row gives
 * zeros; whoever calls has said so before. Split by rows of `out`.
 *
 * Arguments: in, ids, out, batch, outers, rows, taken, runBytes.
 */
export function gather(args: usize, thread: i32, threads: i32): void {
  const outers = word(args, 4), rows = word(args, 5), taken = word(args, 6);
  const runBytes = pointer(args, 7);
  const runs = word(args, 3) * outers * taken;
  const last = startOf(runs, thread + 1, threads);
  let run = startOf(runs, thread, threads);
  let to = pointer(args, 2) + <usize>run * runBytes;
  for (; run < last; run++) {
    const block = run / taken;
    const id = load<i32>(pointer(args, 1) + (<usize>(block / outers * taken + run % taken) << 2));
    if (<u32>id < <u32>rows) copy(pointer(args, 0) + <usize>(block * rows + id) * runBytes, to, runBytes);
    else memory.fill(to, 0, runBytes);
    to += runBytes;
  }
}

/** Copies a run; short ones of whole vectors or words without a call into the engine. */
function copy(from: usize, to: usize, bytes: usize): void {
  if (bytes == 4) {
    store<i32>(to, load<i32>(from));
  } else if ((bytes & 15) == 0 && bytes <= 1024) {
    const end = from + bytes;
    for (; from < end; from += 16) {
      v128.store(to, v128.load(from));
      to += 16;
    }
  } else {
    memory.copy(to, from, bytes);
  }
}
