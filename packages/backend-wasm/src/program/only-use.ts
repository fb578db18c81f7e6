import type { Lowered, Step } from './lower';
import type { InstructionEvent } from './recording';

/**
 * The instruction that makes what an instruction reads as its argument `argument`, where that may be taken into it: nobody
 * else makes or reads it, it is read from its beginning on, and what the maker reads does not change in between.
 */
export function onlyUse(
  { steps, outputs, assignments }: Lowered,
  reader: Step,
  argument: number,
): { step: Step; event: InstructionEvent } | undefined {
  if (reader.event.kind !== 'instruction') return undefined;
  const address = reader.event.addresses.get(argument);
  if (address?.role !== 'r' || address.offset !== 0) return undefined;
  const { block } = address;
  if (outputs.some((output) => output.block === block) || assignments.some(({ value }) => value === block))
    return undefined;
  const makers = steps.filter(({ writes }) => writes.has(block));
  const readers = steps.filter(({ reads }) => reads.has(block));
  const [step] = makers;
  if (makers.length !== 1 || readers.length !== 1 || step!.event.kind !== 'instruction') return undefined;
  if ([...step!.event.addresses.values()].filter((made) => made.role !== 'r').length !== 1) return undefined;
  if ([...reader.event.addresses.values()].filter((read) => read.block === block).length !== 1) return undefined;
  const between = steps.slice(steps.indexOf(step!) + 1, steps.indexOf(reader));
  if (between.some(({ writes }) => [...step!.reads].some((read) => writes.has(read)))) return undefined;
  return { step: step!, event: step!.event };
}
