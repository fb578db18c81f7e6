import type { Opcode } from '../../assembly/program/opcodes';
import { headerWords, singleThread } from '../threads/layout';

/** One instruction as the kernels read it: 32-bit words, [opcode, length, work and flag, arguments...]. */
export type Instruction = Int32Array;

/** Products and additions below which waking the other threads costs more than they help. Tests lower it. */
export const sharing = { from: 40_000 };

/** Times `sharing.from` that a program must have of shared work before it wakes the other threads: that takes 25 microseconds. */
const wakingWorth = 25;

/** Whether all threads take part in an instruction. */
export function isShared(words: Instruction): boolean {
  return (words[2]! & singleThread) === 0;
}

/** Whether a program has so much shared work that waking the other threads pays. */
export function isWorthWaking(program: readonly Instruction[]): boolean {
  const work = program.filter(isShared).reduce((sum, words) => sum + words[2]!, 0);
  return program.some(isShared) && work >= sharing.from * wakingWorth;
}

/**
 * Builds an instruction. `work` is roughly how many multiply-adds it does; a small one is done by one thread.
 * Arguments are addresses and integers; a float goes in through `floatWord`.
 */
export function instruction(opcode: Opcode, args: readonly number[], work: number): Instruction {
  const words = new Int32Array(headerWords + args.length);
  words[0] = opcode;
  words[1] = words.length;
  words[2] = (Math.min(work, 2 ** 30) & ~singleThread) | (work < sharing.from ? singleThread : 0);
  for (let i = 0; i < args.length; i++) words[headerWords + i] = args[i]! | 0;
  return words;
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The 32 bits of a float, as an instruction's argument. */
export function floatWord(value: number): number {
  float[0] = value;
  return bits[0]!;
}
