/** Loads up to four floats, as many as `count` says; the lanes past the end are 0 and their memory is not touched. */
// @ts-ignore: decorator
@inline
export function loadLanes(from: usize, count: i32): v128 {
  if (count >= 4) return v128.load(from);
  return loadSome(from, count);
}

/** Stores the first `count` lanes, at most four. */
// @ts-ignore: decorator
@inline
export function storeLanes(to: usize, x: v128, count: i32): void {
  if (count >= 4) v128.store(to, x);
  else storeSome(to, x, count);
}

function loadSome(from: usize, count: i32): v128 {
  if (count == 1) return v128.load32_zero(from);
  const x = v128.load64_zero(from);
  return count == 2 ? x : v128.load_lane<f32>(from, x, 2, 8);
}

function storeSome(to: usize, x: v128, count: i32): void {
  if (count == 1) {
    v128.store_lane<f32>(to, x, 0);
    return;
  }
  v128.store_lane<f64>(to, x, 0);
  if (count == 3) v128.store_lane<f32>(to, x, 2, 8);
}
