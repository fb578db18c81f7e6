import { Access, Lane } from '../program/operations';

// How the elements of an expression's inputs come into a block of 32-bit lanes, and its outputs out of one.

/** The one value of an input that is the same for all elements. */
export function scalar(from: usize, lane: i32): i32 {
  return lane == Lane.Truth ? <i32>load<u8>(from) : load<i32>(from);
}

/** Fills `count` lanes with one value. */
export function fill(to: usize, value: i32, count: i32): void {
  const lanes = i32x4.splat(value);
  const end = to + (<usize>count << 2);
  for (; to + 16 <= end; to += 16) v128.store(to, lanes);
  for (; to < end; to += 4) store<i32>(to, value);
}

/** Puts what elements `first` to `first + count` read of an input at `to`. */
export function gather(from: usize, access: i32, parameter: i32, lane: i32, first: i32, count: i32, to: usize): void {
  if (access == Access.Same) {
    for (let i = 0; i < count; i++) store<i32>(to + (<usize>i << 2), <i32>load<u8>(from + <usize>(first + i)));
    return;
  }
  let place = access == Access.Cycle ? first % parameter : first / parameter;
  if (access == Access.Cycle) {
    let i = 0;
    while (i < count) {
      const run = min(count - i, parameter - place);
      if (lane == Lane.Truth) for (let j = 0; j < run; j++) store<i32>(to + (<usize>(i + j) << 2), <i32>load<u8>(from + <usize>(place + j)));
      else memory.copy(to + (<usize>i << 2), from + (<usize>place << 2), <usize>run << 2);
      i += run;
      place = 0;
    }
    return;
  }
  let left = parameter - (first - place * parameter);
  let i = 0;
  while (i < count) {
    const run = min(left, count - i);
    fill(to + (<usize>i << 2), scalar(from + (<usize>place << (lane == Lane.Truth ? 0 : 2)), lane), run);
    i += run;
    place++;
    left = parameter;
  }
}

/** Stores a block's first `count` lanes as elements `first` and on of an output. */
export function put(from: usize, to: usize, lane: i32, first: i32, count: i32): void {
  if (lane == Lane.Truth) {
    for (let i = 0; i < count; i++) store<u8>(to + <usize>(first + i), <u8>load<i32>(from + (<usize>i << 2)));
  } else {
    memory.copy(to + (<usize>first << 2), from, <usize>count << 2);
  }
}
