import { expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { headerWords } from '../threads/layout';
import { appendOutputs } from './append-outputs';

test('a program ends in an instruction for each result, with a word of its own that says where to', () => {
  const [a, b] = [64, 128].map((bytes, id) => ({ id, address: 1000 * (id + 1), bytes }));
  const outputs = [
    { block: a!, shape: [3, 5], dtype: 'float32' as const },
    { block: b!, shape: [7], dtype: 'bool' as const },
  ];
  const { lowered, cursors } = appendOutputs({ steps: [], constants: new Map(), outputs, assignments: [] });
  expect(lowered.constants.get(cursors)).toEqual(new Uint8Array(8));
  const found = lowered.steps.map(({ event, reads, writes }) => {
    if (event.kind !== 'instruction') return expect.fail('not an instruction');
    expect([...reads, ...writes]).toContain(cursors);
    const { words, addresses } = event;
    return [words[0], words[headerWords + 2], addresses.get(0)?.block, addresses.get(1)?.offset];
  });
  expect(found).toEqual([
    [Opcode.Append, 60, a, 0],
    [Opcode.Append, 7, b, 4],
  ]);
});
