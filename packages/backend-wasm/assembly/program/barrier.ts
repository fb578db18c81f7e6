/** Loads of a counter before a thread goes to sleep: about 20 microseconds, longer than most instructions differ. */
const SPINS: i32 = 4000;

/** Barriers this thread has gone through. All threads go through the same ones, so they agree on the number. */
let rounds: i32 = 0;

/**
 * Sleeps while the word at `address` is `value`, until somebody wakes; may come back early. It throws when another thread
 * has died. JavaScript does it: WASM's own instruction is compiled wrongly by the baseline compiler of V8 11 (Node 20),
 * where a thread that was woken inside a loop goes to sleep elsewhere.
 */
@external("env", "sleep")
declare function sleep(address: usize, value: i32): void;

/** Wakes everybody who sleeps on `address`. */
@external("env", "wake")
export declare function wake(address: usize): void;

/** Waits until the 32-bit word at `address` is `value`: spins first, then sleeps. */
export function waitUntil(address: usize, value: i32): void {
  for (let spin = 0; spin < SPINS; spin++) {
    if (atomic.load<i32>(address) == value) return;
  }
  for (;;) {
    const now = atomic.load<i32>(address);
    if (now == value) return;
    sleep(address, now);
  }
}

/**
 * Lets nobody through until all `threads` have arrived. `address` holds two words: how many have arrived, and the number
 * of the round that was opened last; the last to arrive opens the next.
 */
export function barrier(address: usize, threads: i32): void {
  const round = ++rounds;
  if (atomic.add<i32>(address, 1) == threads - 1) {
    atomic.store<i32>(address, 0);
    atomic.store<i32>(address, round, 4);
    wake(address + 4);
  } else {
    waitUntil(address + 4, round);
  }
}
