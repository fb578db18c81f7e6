import { Opcode } from '../../assembly/program/opcodes';
import { headerWords } from '../threads/layout';
import type { Block } from './allocations';
import { type Lowered, type Step, stepOf } from './lower';
import type { Address, InstructionEvent } from './recording';

/** Element-wise work and fills are cheaper done again, inside what reads them, than kept in memory. */
const cheap: readonly Opcode[] = [Opcode.Map, Opcode.Fill];

/** Results larger than this are kept for `near` instructions only: for longer, memory is worth more than the time. */
const largest = 8 * 2 ** 20;
const near = 8;

/** What an instruction made, for others that would make the same. */
interface Made {
  readonly index: number;
  readonly step: Step;
  readonly block: Block;
}

/**
 * Does once what a step does several times over with the same values: the transforms of a layer's input, which its filter
 * gradient needs again, or of a gradient that two gradients are computed from.
 */
export function shareEqual(lowered: Lowered): Lowered {
  const fixed = new Set([
    ...lowered.outputs.map(({ block }) => block),
    ...lowered.assignments.map(({ value }) => value),
  ]);
  const makers = new Map<Block, number>();
  for (const { writes } of lowered.steps) for (const block of writes) makers.set(block, (makers.get(block) ?? 0) + 1);
  const known = new Map<string, Made>();
  const replaced = new Map<Block, Block>();
  const steps: Step[] = [];
  for (const [index, original] of lowered.steps.entries()) {
    const step = reading(original, replaced);
    const block = resultOf(step);
    if (block && makers.get(block) === 1) {
      const key = keyOf(step.event as InstructionEvent);
      const earlier = known.get(key);
      if (earlier && !fixed.has(block) && (block.bytes <= largest || index - earlier.index <= near)) {
        replaced.set(block, earlier.block);
        continue;
      }
      known.set(key, { index, step, block });
    }
    // What was made from a value that changes now cannot be made again.
    for (const [key, made] of known)
      if ([...step.writes].some((written) => made.step.reads.has(written))) known.delete(key);
    steps.push(step);
  }
  return { ...lowered, steps };
}

/** The one block that an instruction writes, from its beginning on, and does not read. */
function resultOf({ event, writes, reads }: Step): Block | undefined {
  if (event.kind !== 'instruction' || cheap.includes(event.words[0] as Opcode)) return undefined;
  const written = [...event.addresses.values()].filter(({ role }) => role !== 'r');
  const [only] = written;
  if (written.length !== 1 || only!.role !== 'w' || only!.offset !== 0) return undefined;
  return [...writes].some((block) => reads.has(block)) ? undefined : only!.block;
}

/** A text that is equal for instructions that do the same with the same values. */
function keyOf({ words, addresses }: InstructionEvent): string {
  return words
    .map((word, index) => (addresses.has(index - headerWords) ? 0 : word))
    .join()
    .concat(...[...addresses].map(([argument, address]) => ` ${argument} ${sourceOf(address)}`));
}

function sourceOf({ role, block, offset }: Address): string {
  return role === 'r' ? `${block.id}+${offset}` : role;
}

/** The step, reading what stands for what it read. */
function reading(step: Step, replaced: ReadonlyMap<Block, Block>): Step {
  if (![...step.reads].some((block) => replaced.has(block))) return step;
  const { event } = step;
  const current = (block: Block) => replaced.get(block) ?? block;
  if (event.kind === 'call') {
    const inputs = [...event.inputs].map(([name, input]) => [name, { ...input, block: current(input.block) }] as const);
    return stepOf({ ...event, inputs: new Map(inputs) });
  }
  const addresses = [...event.addresses].map(
    ([argument, address]) => [argument, { ...address, block: current(address.block) }] as const,
  );
  return stepOf({ ...event, addresses: new Map(addresses) });
}
