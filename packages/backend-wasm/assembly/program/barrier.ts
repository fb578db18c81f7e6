/** Loads of a counter before a thread goes to sleep: about 20 microseconds, longer than most instructions differ. */
const SPINS: i32 = 4000;

/** Waits until the 32-bit word at `address` is no longer `value`: spins first, then sleeps. */
export function waitWhile(address: usize, value: i32): void {
  for (let spin = 0; spin < SPINS; spin++) {
    if (atomic.load<i32>(address) != value) return;
  }
  while (atomic.load<i32>(address) == value) memory.atomic.wait32(address, value, -1);
}

/**
 * Lets nobody through until all `threads` have arrived. `address` holds two words: how many have arrived, and how
 * often the barrier has opened; the last to arrive opens it.
 */
export function barrier(address: usize, threads: i32): void {
  const opened = atomic.load<i32>(address, 4);
  if (atomic.add<i32>(address, 1) == threads - 1) {
    atomic.store<i32>(address, 0);
    atomic.store<i32>(address, opened + 1, 4);
    atomic.notify(address + 4, -1);
  } else {
    waitWhile(address + 4, opened);
  }
}
