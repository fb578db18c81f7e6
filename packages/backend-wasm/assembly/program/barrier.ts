/**
 * Loads of a counter before a thread goes to sleep: some 50 microseconds, longer than waking a thread takes. With 4,000 a step of
 * the digits network took 4.5 instead of 3.6 ms on two idle cores, one of a dense network twice as long. The price is paid where
 * others compute on the same cores: a thread that spins keeps them, and perhaps the awaited thread, from running.
 */
const SPINS: i32 = 100_000;

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
