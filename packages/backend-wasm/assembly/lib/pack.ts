/**
 * Interleaves five rows: `to` gets [index][5] for `count` indices; the rows are contiguous floats.
 * A row that does not exist points at zeros.
 */
export function interleaveRows(row0: usize, row1: usize, row2: usize, row3: usize, row4: usize, count: i32, to: usize): void {
  let index = 0;
  for (; index + 4 <= count; index += 4) {
    const a = v128.load(row0), b = v128.load(row1), c = v128.load(row2), d = v128.load(row3), e = v128.load(row4);
    const ab01 = v128.shuffle<f32>(a, b, 0, 4, 1, 5), ab23 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd01 = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cd23 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 0, 1, 4, 5));
    v128.store_lane<f32>(to, e, 0, 16);
    v128.store(to, v128.shuffle<f32>(ab01, cd01, 2, 3, 6, 7), 20);
    v128.store_lane<f32>(to, e, 1, 36);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 0, 1, 4, 5), 40);
    v128.store_lane<f32>(to, e, 2, 56);
    v128.store(to, v128.shuffle<f32>(ab23, cd23, 2, 3, 6, 7), 60);
    v128.store_lane<f32>(to, e, 3, 76);
    row0 += 16;
    row1 += 16;
    row2 += 16;
    row3 += 16;
    row4 += 16;
    to += 80;
  }
  for (; index < count; index++) {
    store<f32>(to, load<f32>(row0));
    store<f32>(to, load<f32>(row1), 4);
    store<f32>(to, load<f32>(row2), 8);
    store<f32>(to, load<f32>(row3), 12);
    store<f32>(to, load<f32>(row4), 16);
    row0 += 4;
    row1 += 4;
    row2 += 4;
    row3 += 4;
    row4 += 4;
    to += 20;
  }
}

/** Copies `count` columns of up to five floats, `stride` bytes apart, to [index][5]; missing ones become 0. */
export function gatherColumns(from: usize, stride: usize, count: i32, columns: i32, to: usize): void {
  if (columns == 5) {
    for (let index = 0; index < count; index++) {
      v128.store(to, v128.load(from));
      store<f32>(to, load<f32>(from, 16), 16);
      from += stride;
      to += 20;
    }
    return;
  }
  for (let index = 0; index < count; index++) {
    for (let column = 0; column < 5; column++) {
      store<f32>(to + (<usize>column << 2), column < columns ? load<f32>(from + (<usize>column << 2)) : 0);
    }
    from += stride;
    to += 20;
  }
}
