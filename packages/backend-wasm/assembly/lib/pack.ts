/**
 * Interleaves the rows of a tile of `size` rows, 4 or 6: `to` gets [index][size] for `count` indices; the rows are contiguous floats.
 * A row that does not exist points at zeros; of four rows the last two pointers do not count.
 */
export function interleaveRows(size: i32, row0: usize, row1: usize, row2: usize, row3: usize, row4: usize, row5: usize, count: i32, to: usize): void {
  if (size == 4) interleaveFour(row0, row1, row2, row3, count, to);
  else interleaveSix(row0, row1, row2, row3, row4, row5, count, to);
}

function interleaveFour(row0: usize, row1: usize, row2: usize, row3: usize, count: i32, to: usize): void {
  let index = 0;
  for (; index + 4 <= count; index += 4) {
    const a = v128.load(row0), b = v128.load(row1), c = v128.load(row2), d = v128.load(row3);
    const ab01 = v128.shuffle<f32>(a, b, 0, 4, 1, 5), ab23 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd01 = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cd23 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 0, 1, 4, 5));
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 2, 3, 6, 7), 16);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 0, 1, 4, 5), 32);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 2, 3, 6, 7), 48);
    row0 += 16;
    row1 += 16;
    row2 += 16;
    row3 += 16;
    to += 64;
  }
  for (; index < count; index++) {
    store<f32>(to, load<f32>(row0));
    store<f32>(to, load<f32>(row1), 4);
    store<f32>(to, load<f32>(row2), 8);
    store<f32>(to, load<f32>(row3), 12);
    row0 += 4;
    row1 += 4;
    row2 += 4;
    row3 += 4;
    to += 16;
  }
}

function interleaveSix(row0: usize, row1: usize, row2: usize, row3: usize, row4: usize, row5: usize, count: i32, to: usize): void {
  let index = 0;
  for (; index + 4 <= count; index += 4) {
    const a = v128.load(row0), b = v128.load(row1), c = v128.load(row2), d = v128.load(row3);
    const e = v128.load(row4), f = v128.load(row5);
    const ab01 = v128.shuffle<f32>(a, b, 0, 4, 1, 5), ab23 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd01 = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cd23 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    const ef01 = v128.shuffle<f32>(e, f, 0, 4, 1, 5), ef23 = v128.shuffle<f32>(e, f, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 0, 1, 4, 5));
    v128.store64_lane(to, ef01, 0, 16);
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 2, 3, 6, 7), 24);
    v128.store64_lane(to, ef01, 1, 40);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 0, 1, 4, 5), 48);
    v128.store64_lane(to, ef23, 0, 64);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 2, 3, 6, 7), 72);
    v128.store64_lane(to, ef23, 1, 88);
    row0 += 16;
    row1 += 16;
    row2 += 16;
    row3 += 16;
    row4 += 16;
    row5 += 16;
    to += 96;
  }
  for (; index < count; index++) {
    store<f32>(to, load<f32>(row0));
    store<f32>(to, load<f32>(row1), 4);
    store<f32>(to, load<f32>(row2), 8);
    store<f32>(to, load<f32>(row3), 12);
    store<f32>(to, load<f32>(row4), 16);
    store<f32>(to, load<f32>(row5), 20);
    row0 += 4;
    row1 += 4;
    row2 += 4;
    row3 += 4;
    row4 += 4;
    row5 += 4;
    to += 24;
  }
}

/** Copies `count` columns of up to `size` floats, 4 or 6, `stride` bytes apart, to [index][size]; missing ones become 0. */
export function gatherColumns(size: i32, from: usize, stride: usize, count: i32, columns: i32, to: usize): void {
  if (columns < size) {
    for (let index = 0; index < count; index++) {
      for (let column = 0; column < size; column++) {
        store<f32>(to + (<usize>column << 2), column < columns ? load<f32>(from + (<usize>column << 2)) : 0);
      }
      from += stride;
      to += <usize>size << 2;
    }
  } else if (size == 4) {
    for (let index = 0; index < count; index++) {
      v128.store(to, v128.load(from));
      from += stride;
      to += 16;
    }
  } else {
    for (let index = 0; index < count; index++) {
      v128.store(to, v128.load(from));
      store<u64>(to, load<u64>(from, 16), 16);
      from += stride;
      to += 24;
    }
  }
}
