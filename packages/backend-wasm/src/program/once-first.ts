import { Opcode } from '../../assembly/program/opcodes';
import type { Block } from './allocations';
import type { Lowered, Step } from './lower';

/** What makes weights ready for products. */
const preparations: readonly Opcode[] = [Opcode.PackPanels, Opcode.WinogradWeights];

/** Bytes of prepared weights that a program keeps at most: they have no part in the arena, where values share their places. */
const mostBytes = 32 * 2 ** 20;

/**
 * Takes to the front what comes out the same however often a step runs in one go: the preparation of weights that it does not
 * change, as when it predicts. `once` is how many steps that are and `kept` what they make, which nobody may write over.
 */
export function onceFirst(lowered: Lowered): { lowered: Lowered; once: number; kept: ReadonlySet<Block> } {
  const { steps, assignments } = lowered;
  const changing = new Set(assignments.map(({ home }) => home));
  const writers = new Map<Block, number>();
  for (const { writes } of steps) for (const block of writes) writers.set(block, (writers.get(block) ?? 0) + 1);
  const kept = new Set<Block>();
  let bytes = 0;
  const isOnce = ({ event, reads, writes }: Step): boolean => {
    if (event.kind !== 'instruction' || !preparations.includes(event.words[0] as Opcode)) return false;
    if ([...reads].some((block) => changing.has(block) || writers.has(block))) return false;
    const [made] = writes;
    if (!made || writes.size > 1 || writers.get(made) !== 1 || bytes + made.bytes > mostBytes) return false;
    bytes += made.bytes;
    kept.add(made);
    return true;
  };
  const first = steps.filter(isOnce);
  const rest = steps.filter((step) => !first.includes(step));
  return { lowered: { ...lowered, steps: [...first, ...rest] }, once: first.length, kept };
}
