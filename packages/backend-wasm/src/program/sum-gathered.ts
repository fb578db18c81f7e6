import { Opcode } from '../../assembly/program/opcodes';
import { headerWords } from '../threads/layout';
import { instruction } from './instruction';
import { type Lowered, type Step, stepOf } from './lower';
import { onlyUse } from './only-use';
import type { InstructionEvent } from './recording';

/**
 * Makes one instruction of rows that are looked up and then summed or averaged: an embedding whose words are pooled.
 * The rows between, as many as there are words, are never written.
 */
export function sumGathered(lowered: Lowered): Lowered {
  let { steps } = lowered;
  for (const sum of steps) {
    const gathered = onlyUse({ ...lowered, steps }, sum, 0);
    if (!gathered) continue;
    const both = inOne(gathered.event, sum.event as InstructionEvent);
    if (both) steps = steps.flatMap((step) => (step === gathered.step ? [] : step === sum ? [both] : [step]));
  }
  return { ...lowered, steps };
}

/** The sum of what `gather` takes, as one instruction; nothing where it is no sum of whole rows. */
function inOne(gather: InstructionEvent, sum: InstructionEvent): Step | undefined {
  if (gather.words[0] !== Opcode.Gather || sum.words[0] !== Opcode.Sum) return undefined;
  const [batch, outers, rows, taken, runBytes, refusals] = gather.words.subarray(
    headerWords + 3,
  ) as unknown as number[];
  const [outer, reduced, columns, chunk, divisor] = sum.words.subarray(headerWords + 2) as unknown as number[];
  // `Sum` adds single columns up in another order.
  if (batch !== 1 || outers !== 1 || columns === 1 || runBytes !== columns! * 4 || taken !== outer! * reduced!)
    return undefined;
  const args = [0, 0, 0, outer!, reduced!, columns!, chunk!, divisor!, rows!, refusals!];
  const words = instruction(Opcode.GatherSum, args, outer! * reduced! * (columns! + 4));
  const addresses = new Map([
    [0, gather.addresses.get(0)!],
    [1, gather.addresses.get(1)!],
    [2, sum.addresses.get(1)!],
  ]);
  return stepOf({ kind: 'instruction', words, addresses, kernelName: `${gather.kernelName}+${sum.kernelName}` });
}
