import { expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import type { Block } from './allocations';
import { instruction } from './instruction';
import { type Lowered, type Step, stepOf } from './lower';
import { onlyUse } from './only-use';
import type { Address } from './recording';

const [a, b, c, d] = [1, 2, 3, 4].map((id) => ({ id, address: id * 1000, bytes: 64 }) as Block) as [
  Block,
  Block,
  Block,
  Block,
];

/** An instruction that reads one block and writes or updates another. */
function step(from: Block, to: Block, role: 'w' | 'u' = 'w', offset = 0): Step {
  const addresses = new Map<number, Address>([
    [0, { block: from, offset, role: 'r' }],
    [1, { block: to, offset: 0, role }],
  ]);
  return stepOf({ kind: 'instruction', kernelName: 'Slice', words: instruction(Opcode.Slice, [0, 0], 0), addresses });
}

const program = (steps: Step[], rest: Partial<Lowered> = {}): Lowered => ({
  steps,
  constants: new Map(),
  outputs: [],
  assignments: [],
  ...rest,
});

const [make, read] = [step(a, b), step(b, c)];

test('what one makes and only the other reads can be taken into it', () => {
  expect(onlyUse(program([make, read]), read, 0)?.step).toBe(make);
  expect(onlyUse(program([make, step(c, d), read]), read, 0)?.step).toBe(make);
});

const part = step(b, c, 'w', 16);
const output = { block: b, shape: [16], dtype: 'float32' as const };
test.each<[string, Step, Lowered]>([
  ['nobody makes it', read, program([read])],
  ['two make it', read, program([make, step(d, b), read])],
  ['it is updated', read, program([make, step(d, b, 'u'), read])],
  ['somebody else reads it', read, program([make, step(b, d), read])],
  ['the step returns it', read, program([make, read], { outputs: [output] })],
  ['a variable keeps it', read, program([make, read], { assignments: [{ home: d, value: b }] })],
  ['only a part of it is read', part, program([make, part])],
  ['what it is made from changes in between', read, program([make, step(d, a, 'u'), read])],
])('but not where %s', (_, reader, lowered) => {
  expect(onlyUse(lowered, reader, 0)).toBeUndefined();
});
