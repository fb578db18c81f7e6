import { Opcode } from '../../assembly/program/opcodes';
import { BackendError } from '../errors';
import { headerWords } from '../threads/layout';

/** Which argument of an instruction that takes rows by number says how many rows there are. */
const rowsArgument: Partial<Record<Opcode, number>> = {
  [Opcode.Gather]: 5,
  [Opcode.GatherSum]: 8,
};

/**
 * Takes what an instruction refused (`assembly/lib/refuse.ts`) out of its cell, the four words at `cell`: an error that
 * says what and where, or nothing where nothing was refused.
 */
export function takeRefusal(words: Int32Array, cell: number): BackendError | undefined {
  const args = words[cell]! >>> 2;
  if (args === 0) return undefined;
  const [value, place] = [words[cell + 2]!, words[cell + 3]!];
  emptyRefusals(words, cell);
  const opcode = words[args - headerWords] as Opcode;
  const rows = words[args + rowsArgument[opcode]!]!;
  return new BackendError({
    code: 'out-of-range',
    place: 'GatherV2',
    // The words that tfjs uses on every backend; programs look for them.
    expected: `the index value ${value} is not in [0, ${rows - 1}]`,
    received: `${value} at place ${place} of the indices`,
    remedy: 'Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).',
  });
}

/** Makes the cell say that nothing was refused. */
export function emptyRefusals(words: Int32Array, cell: number): void {
  words.fill(0, cell, cell + 2);
  // The highest place there is, unsigned: any other is lower.
  words.fill(-1, cell + 2, cell + 4);
}
