/**
 * Tells JavaScript of a value that an instruction cannot work on, for example an index that is no row. The instruction goes
 * on as if the value were not there; the program ends at its next barrier and JavaScript throws: `src/program/refusal.ts`.
 *
 * `cell` lies in the control block: the address of the refusing instruction's arguments (0: none), and in its second eight
 * bytes `place << 32 | value`. The first instruction that refuses something keeps the cell, and of what its threads
 * refuse the lowest place: the error is the same on any number of threads.
 */
export function refuse(cell: usize, args: usize, place: i32, value: i32): void {
  const first = atomic.cmpxchg<u32>(cell, 0, <u32>args);
  if (first != 0 && first != <u32>args) return;
  const mine = (<u64>place << 32) | <u64><u32>value;
  let lowest = atomic.load<u64>(cell, 8);
  while (mine < lowest) {
    const now = atomic.cmpxchg<u64>(cell, lowest, mine, 8);
    if (now == lowest) return;
    lowest = now;
  }
}
