import { randomUniformValues, TenlabError } from '@tenlab/core';
import { mutate, numbersPerCopy } from './mutate';
import type { AllocationWatch } from './watch-allocations';

export interface ReadOrRefusedOptions {
  /** How many damaged copies. */
  cases: number;
  seed: number;
  /** Reads a damaged copy to its end. */
  read: (bytes: Uint8Array) => unknown;
  memory: AllocationWatch;
  /** No array may be larger than this many times the file. Default 8; a packed file may become 1,032 times as large (DEFLATE's limit). */
  mostTimes?: number;
  /** What any reader may ask for besides, in bytes. Default 2^17. */
  spareBytes?: number;
}

/** How many damaged copies of each file the tests of this run make: `pnpm fuzz` sets `TENLAB_MUTATIONS` to 10,000. */
export function mutationCases(otherwise: number): number {
  return Number(process.env.TENLAB_MUTATIONS ?? otherwise);
}

/** The longest that one copy may take, in ms: far more than any takes, far less than a loop over a false length. */
const longest = 5000;

/**
 * Reads damaged copies of a good file. Each must be read, or be refused with a {@link TenlabError}; any other error, a copy that takes seconds, and an
 * array out of proportion to the file are errors that name the case. Gives the number that was refused.
 *
 * @example
 * const refused = await expectReadOrRefused(file, { cases: 10_000, seed: 1, read: parseIdx, memory });
 */
export async function expectReadOrRefused(
  good: Uint8Array,
  { cases, seed, read, memory, mostTimes = 8, spareBytes = 2 ** 17 }: ReadOrRefusedOptions,
): Promise<number> {
  const random = randomUniformValues(cases * numbersPerCopy, { seed });
  const most = good.length * mostTimes + spareBytes;
  let refused = 0;
  for (let index = 0; index < cases; index++) {
    const bytes = mutate(good, random.subarray(numbersPerCopy * index, numbersPerCopy * (index + 1)));
    memory.reset();
    const start = performance.now();
    try {
      await read(bytes);
    } catch (error) {
      if (!TenlabError.isInstance(error)) throw new Error(`case ${index} threw ${String(error)}`, { cause: error });
      refused++;
    }
    const ms = performance.now() - start;
    if (ms > longest) throw new Error(`case ${index} took ${ms.toFixed(0)} ms`);
    if (memory.largest > most) {
      throw new Error(`case ${index} asked for ${memory.largest} bytes, for a file of ${good.length}`);
    }
  }
  return refused;
}
