import { expect, test } from 'vitest';
import type { Block } from './allocations';
import type { Step } from './lower';
import { place } from './place';

const block = (id: number, bytes: number): Block => ({ id, address: 0, bytes });
const step = (reads: Block[], writes: Block[]) =>
  ({ reads: new Set(reads), writes: new Set(writes) }) as unknown as Step;
const lowered = (steps: Step[], outputs: Block[] = []) => ({
  steps,
  constants: new Map(),
  assignments: [],
  outputs: outputs.map((one) => ({ block: one, shape: [], dtype: 'float32' as const })),
});

test('blocks that do not live at the same time share memory, others do not', () => {
  const [a, b, c] = [block(1, 100), block(2, 100), block(3, 100)];
  const { bytes, offsets } = place(lowered([step([], [a]), step([a], [b]), step([b], [c])]), new Set());
  expect(offsets.get(a)).toBe(offsets.get(c));
  expect(offsets.get(b)).not.toBe(offsets.get(a));
  expect(bytes).toBe(256);
});

test('a result lives to the end, and what lies elsewhere gets no place', () => {
  const [a, b, home] = [block(1, 64), block(2, 64), block(3, 64)];
  const { offsets } = place(lowered([step([], [a]), step([home], [b]), step([b], [home])], [a]), new Set([home]));
  expect(offsets.get(a)).not.toBe(offsets.get(b));
  expect(offsets.has(home)).toBe(false);
});

test('no two living blocks overlap, for many random programs', () => {
  let state = 1;
  const random = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let round = 0; round < 50; round++) {
    const blocks = Array.from({ length: 30 }, (_, id) => block(id + 1, 1 + random(500)));
    const steps = blocks.map((made, index) => step(index ? [blocks[random(index)]!] : [], [made]));
    const { bytes, offsets } = place(lowered(steps), new Set());
    const lives = blocks.map((one, index) => {
      const reads = steps.flatMap(({ reads }, at) => (reads.has(one) ? [at] : []));
      return {
        first: index,
        last: Math.max(index, ...reads),
        start: offsets.get(one)!,
        end: offsets.get(one)! + one.bytes,
      };
    });
    for (const x of lives) {
      expect(x.end).toBeLessThanOrEqual(bytes);
      for (const y of lives) {
        if (x === y || x.last < y.first || y.last < x.first) continue;
        expect(x.end <= y.start || y.end <= x.start).toBe(true);
      }
    }
  }
});
