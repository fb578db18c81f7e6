/**
 * Where things lie in the shared memory that JavaScript and the kernels agree on by number.
 * The AssemblyScript side is `assembly/program/run.ts`.
 */

/** Words of the control block. */
export const control = {
  bytes: 64,
  started: 0,
  program: 1,
  threads: 2,
  leave: 3,
  arrived: 4,
  opened: 5,
  /** How many threads sleep: nobody is woken while it is 0. */
  sleepers: 6,
  /** The number of a worker that has died. */
  failed: 7,
  /** Four words, on a whole number of eight bytes: what an instruction refused, `assembly/lib/refuse.ts`. */
  refused: 8,
  /** How many times the program is to run. */
  times: 12,
} as const;

/** Bytes of scratch memory that each thread owns. */
export const scratchBytes = 1 << 19;

/** Channels that fit a thread's scratch when one tap of a tile's patches is packed. */
export const maxChannels = 16384;

/** Bytes of the program that an eager call writes. */
export const eagerProgramBytes = 1 << 14;

/** Three words stand before an instruction's arguments: opcode, length in words, and its work with a flag in bit 0. */
export const headerWords = 3;

/** The flag: the instruction is so small that thread 0 does it alone. */
export const singleThread = 1;
