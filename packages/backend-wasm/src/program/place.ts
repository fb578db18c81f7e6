import type { Block } from './allocations';
import type { Lowered } from './lower';

/** Where blocks lie that the program itself makes: offsets in one arena, by lifetime. */
export interface Placement {
  readonly bytes: number;
  readonly offsets: ReadonlyMap<Block, number>;
}

const alignment = 64;

/**
 * Places the blocks that steps write in one arena: two whose lifetimes, from the first step that touches them to the last,
 * do not meet may share their memory. `elsewhere` have a place of their own already. Largest first, into the lowest gap.
 */
export function place({ steps, outputs, assignments }: Lowered, elsewhere: ReadonlySet<Block>): Placement {
  const lives = new Map<Block, { first: number; last: number }>();
  const touch = (block: Block, index: number) => {
    const life = lives.get(block);
    if (life) life.last = index;
    else lives.set(block, { first: index, last: index });
  };
  const made = new Set(steps.flatMap(({ writes }) => [...writes]));
  for (const [index, { reads, writes }] of steps.entries()) {
    for (const block of [...reads, ...writes]) if (made.has(block) && !elsewhere.has(block)) touch(block, index);
  }
  for (const block of [...outputs.map(({ block }) => block), ...assignments.map(({ value }) => value)]) {
    if (lives.has(block)) touch(block, steps.length);
  }
  const placed: { first: number; last: number; start: number; end: number }[] = [];
  const offsets = new Map<Block, number>();
  for (const [block, { first, last }] of [...lives].sort(([a], [b]) => b.bytes - a.bytes)) {
    let start = 0;
    for (const other of placed) {
      if (other.last < first || other.first > last) continue;
      if (other.start >= start + block.bytes) break;
      start = Math.max(start, other.end);
    }
    const end = start + Math.ceil(Math.max(1, block.bytes) / alignment) * alignment;
    offsets.set(block, start);
    placed.push({ first, last, start, end });
    placed.sort((a, b) => a.start - b.start);
  }
  return { bytes: Math.max(0, ...placed.map(({ end }) => end)), offsets };
}
