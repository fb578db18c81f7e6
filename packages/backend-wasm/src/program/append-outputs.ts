import { util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { type Block, newBlock } from './allocations';
import { instruction } from './instruction';
import { type Lowered, stepOf } from './lower';

/**
 * Lets a program write each of its results behind that of the run before. `cursors` is a block of one word for each result,
 * which says where the next one goes: whoever runs the program sets them.
 */
export function appendOutputs(lowered: Lowered): { lowered: Lowered; cursors: Block } {
  const { steps, constants, outputs } = lowered;
  const bytes = new Uint8Array(outputs.length * 4);
  const cursors = newBlock(bytes.length);
  const appends = outputs.map(({ block, shape, dtype }, index) =>
    stepOf({
      kind: 'instruction',
      kernelName: 'append',
      words: instruction(Opcode.Append, [0, 0, util.sizeFromShape(shape) * util.bytesPerElement(dtype)], 0),
      addresses: new Map([
        [0, { block, offset: 0, role: 'r' as const }],
        [1, { block: cursors, offset: index * 4, role: 'u' as const }],
      ]),
    }),
  );
  const joined = { ...lowered, steps: [...steps, ...appends], constants: new Map([...constants, [cursors, bytes]]) };
  return { lowered: joined, cursors };
}
