/** Where thread `thread` of `threads` starts when `count` units are split evenly; its end is the start of the next. */
// @ts-ignore: decorator
@inline
export function startOf(count: i32, thread: i32, threads: i32): i32 {
  return <i32>((<i64>count * <i64>thread) / <i64>threads);
}

/** The first of the `count` rows that thread `thread` of `threads` has: they go by fours, of which tiles have one or one and a half. */
export function firstRowOf(count: i32, thread: i32, threads: i32): i32 {
  return min(count, startOf((count + 3) >> 2, thread, threads) << 2);
}
