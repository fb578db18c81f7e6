import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { scratch, WORKSPACE } from '../program/scratch';

/** Rows gone through at a time: a list of those that a thread owns stays in L1. */
const BATCH: i32 = 1024;

/**
 * out[id] = sum of in[i / repeat] over the rows i whose id is `id`, in the order of i; rows without a segment (id below 0
 * or past the last) are left out. `out` must hold zeros. Every thread looks at all ids and adds the rows of the segments
 * it owns, which are spread evenly however the ids are: frequent ones are neighbours in every vocabulary.
 *
 * Arguments: in, ids, out, rows, columns, segments, integers (1: rows are int32), repeat.
 */
export function segmentSum(args: usize, thread: i32, threads: i32): void {
  const rows = word(args, 3), columns = word(args, 4), integers = word(args, 6);
  const list = scratch + WORKSPACE;
  for (let first = 0; first < rows; first += BATCH) {
    const count = listOwned(args, list, first, min(rows, first + BATCH), thread, threads);
    if (integers) addIntegers(list, count, columns);
    else if (columns == 16) addSixteen(list, count);
    else addFloats(list, count, columns);
  }
}

/**
 * Lists, for each of the rows from `first` to `last` whose segment this thread owns, where it lies and where it goes.
 * Whether a row is listed is arithmetic, not a branch, which would be guessed wrong every other time.
 */
function listOwned(args: usize, list: usize, first: i32, last: i32, thread: i32, threads: i32): i32 {
  const rowBytes = <u32>word(args, 4) << 2, segments = <u32>word(args, 5), repeat = word(args, 7);
  const out = <u32>pointer(args, 2);
  let ids = pointer(args, 1) + (<usize>first << 2);
  let from = <u32>pointer(args, 0) + <u32>(first / repeat) * rowBytes;
  let left = repeat - first % repeat;
  let end = list;
  for (let row = first; row < last; row++) {
    const id = load<u32>(ids);
    // The golden ratio scatters neighbours; the high half of the product is a number below `threads`.
    const owner = <u32>((<u64>(id * 0x9e3779b1) * <u64>threads) >> 32);
    store<u32>(end, from);
    store<u32>(end, out + id * rowBytes, 4);
    end += <usize>(u32(owner == <u32>thread) & u32(id < segments)) << 3;
    ids += 4;
    if (--left == 0) {
      left = repeat;
      from += rowBytes;
    }
  }
  return <i32>((end - list) >> 3);
}

/** Rows of sixteen, the usual width of a small embedding, without a loop inside. */
function addSixteen(list: usize, count: i32): void {
  const end = list + (<usize>count << 3);
  for (; list < end; list += 8) {
    const from = <usize>load<u32>(list), to = <usize>load<u32>(list, 4);
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    v128.store(to, f32x4.add(v128.load(to, 16), v128.load(from, 16)), 16);
    v128.store(to, f32x4.add(v128.load(to, 32), v128.load(from, 32)), 32);
    v128.store(to, f32x4.add(v128.load(to, 48), v128.load(from, 48)), 48);
  }
}

function addFloats(list: usize, count: i32, columns: i32): void {
  const end = list + (<usize>count << 3);
  for (; list < end; list += 8) {
    let from = <usize>load<u32>(list), to = <usize>load<u32>(list, 4);
    let left = columns;
    for (; left >= 4; left -= 4) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
      from += 16;
      to += 16;
    }
    if (left) storeLanes(to, f32x4.add(loadLanes(to, left), loadLanes(from, left)), left);
  }
}

function addIntegers(list: usize, count: i32, columns: i32): void {
  const end = list + (<usize>count << 3);
  for (; list < end; list += 8) {
    let from = <usize>load<u32>(list), to = <usize>load<u32>(list, 4);
    for (let left = columns; left > 0; left -= 4) {
      storeLanes(to, i32x4.add(loadLanes(to, left), loadLanes(from, left)), left);
      from += 16;
      to += 16;
    }
  }
}
