/**
 * Loads of a counter before a thread goes to sleep: a few microseconds. On idle cores 100,000 make a barrier some twenty times
 * cheaper, since they outlast the 25 microseconds of a waking; on busy ones they keep the awaited thread from its core, and
 * a whole step of a small network takes half as long again (measured with two threads on two cores that others used as well).
 */
const SPINS: i32 = 4_000;

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
declare function wake(address: usize): void;

/** Wakes everybody who sleeps on `address`, if anybody sleeps at all: `sleepers` counts them. */
export function wakeSleepers(address: usize, sleepers: usize): void {
  if (atomic.load<i32>(sleepers)) wake(address);
}

/**
 * Waits until the 32-bit word at `address` is `value`: spins first, then sleeps. Who is going to sleep says so at
 * `sleepers` before it looks a last time, and who changes the word does so before it looks at `sleepers`: one sees the other.
 */
export function waitUntil(address: usize, value: i32, sleepers: usize): void {
  for (let spin = 0; spin < SPINS; spin++) {
    if (atomic.load<i32>(address) == value) return;
  }
  for (;;) {
    atomic.add<i32>(sleepers, 1);
    const now = atomic.load<i32>(address);
    if (now != value) sleep(address, now);
    atomic.sub<i32>(sleepers, 1);
    if (atomic.load<i32>(address) == value) return;
  }
}

/**
 * Lets nobody through until all `threads` have arrived. `address` holds three words: how many have arrived, the number
 * of the round that was opened last (the last to arrive opens the next), and how many threads sleep.
 */
export function barrier(address: usize, threads: i32): void {
  const round = ++rounds;
  if (atomic.add<i32>(address, 1) == threads - 1) {
    atomic.store<i32>(address, 0);
    atomic.store<i32>(address, round, 4);
    wakeSleepers(address + 4, address + 8);
  } else {
    waitUntil(address + 4, round, address + 8);
  }
}
