import { expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from './instruction';
import { emptyRefusals, takeRefusal } from './refusal';

test('what was refused is told once', () => {
  const words = new Int32Array(32);
  emptyRefusals(words, 4);
  expect(takeRefusal(words, 4)).toBeUndefined();
  words.set(instruction(Opcode.Gather, [0, 0, 0, 1, 1, 7, 3, 4, 16], 0), 8);
  words.set([(8 + 3) * 4, 0, -2, 1], 4);
  expect(takeRefusal(words, 4)).toMatchInlineSnapshot(
    `[TenlabError: GatherV2: the index value -2 is not in [0, 6]. Received: -2 at place 1 of the indices. Check the indices, or give the tensor more rows (for an embedding, a larger inputDim).]`,
  );
  expect(takeRefusal(words, 4)).toBeUndefined();
});
