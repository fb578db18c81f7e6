import { barrier, waitUntil, wakeSleepers } from './barrier';
import { execute } from './execute';

/**
 * A program is a list of instructions in shared memory: [opcode, words, work and flag, arguments...]*, ended by opcode 0.
 * Every thread walks the same list, does its share of each instruction and meets the others at a barrier.
 * The control block, `src/threads/layout.ts`: word 0 counts programs started, 1 the program's address, 2 threads,
 * 3 is 1 when the workers are to go, 4 and 5 the barrier, 6 how many threads sleep, 8 to 11 the cell of
 * `assembly/lib/refuse.ts`, 12 how many times the program is to run.
 */
const SLEEPERS: usize = 24;
const SINGLE: i32 = 1;

/**
 * Walks a program as thread `thread` of `threads`. An instruction flagged 1 is done by thread 0 alone; threads meet around
 * instructions that all share, and at the end. A program in which something was refused ends at the next such meeting.
 * Tells whether it came to the end.
 */
function walkOnce(program: usize, thread: i32, threads: i32, control: usize): bool {
  let opcode = load<i32>(program);
  let flags = load<i32>(program, 8);
  while (opcode) {
    if (threads == 1 || flags & SINGLE) {
      if (thread == 0) execute(opcode, program + 12, 0, 1);
    } else {
      execute(opcode, program + 12, thread, threads);
    }
    program += <usize>load<i32>(program, 4) << 2;
    // Read before the barrier: once through the last one, thread 0 may write the next program over this one.
    opcode = load<i32>(program);
    const nextFlags = opcode ? load<i32>(program, 8) : 0;
    const meets = threads == 1 || !(flags & nextFlags & SINGLE);
    if (threads > 1 && meets) barrier(control + 16, threads);
    if (opcode && meets && refusedBefore(program, control)) {
      // Nobody leaves before all have looked: thread 0 goes back to JavaScript, which empties the cell.
      if (threads > 1) barrier(control + 16, threads);
      return false;
    }
    flags = nextFlags;
  }
  return true;
}

/** Walks a program `times` times; not again after something was refused. */
export function walk(program: usize, thread: i32, threads: i32, control: usize, times: i32): void {
  while (walkOnce(program, thread, threads, control) && --times > 0) {
    const refused = atomic.load<u32>(control, 32);
    // Nobody begins anew, and may refuse something, before all have looked.
    if (threads > 1) barrier(control + 16, threads);
    if (refused) return;
  }
}

/**
 * Whether an instruction before the one at `program` refused something. One after it may have done so already, on a thread
 * that is ahead; for that one every thread stops at the next meeting.
 */
function refusedBefore(program: usize, control: usize): bool {
  const args = <usize>atomic.load<u32>(control, 32);
  return args != 0 && args < program;
}

/** Runs a program `times` times with all threads; called by thread 0, the only one that JavaScript waits for. */
export function run(program: usize, control: usize, times: i32): void {
  const threads = load<i32>(control, 8);
  if (threads > 1) {
    atomic.store<u32>(control, <u32>program, 4);
    atomic.store<i32>(control, times, 48);
    atomic.add<i32>(control, 1);
    wakeSleepers(control, control + SLEEPERS);
  }
  walk(program, 0, threads, control, times);
}

/** A worker's life: waits for a program, walks it, until told to go. */
export function work(thread: i32, control: usize, started: i32): void {
  for (;;) {
    waitUntil(control, ++started, control + SLEEPERS);
    if (atomic.load<i32>(control, 12)) return;
    walk(<usize>atomic.load<u32>(control, 4), thread, load<i32>(control, 8), control, load<i32>(control, 48));
  }
}
