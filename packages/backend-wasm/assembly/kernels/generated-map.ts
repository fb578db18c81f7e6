import { pointer, word } from '../lib/arguments';
import { fill, gather, put, scalar } from '../lib/elements';
import { startOf } from '../lib/partition';
import { callGenerated } from '../program/link';
import { Access, Lane } from '../program/operations';
import { scratch, WORKSPACE } from '../program/scratch';

/** Elements gone through at a time where an input is not read element for element: its block stays in L1. */
const BLOCK: i32 = 1024;
const BLOCK_BYTES: usize = 4096;
/** Elements that threads are split by where all are read so: a cache line. */
const LINE: i32 = 16;
/** Bytes of the table of addresses. */
const TABLE_BYTES: usize = 1024;

/**
 * An element-wise expression as in map.ts, computed by a function generated for it: the same values, bit by bit, without a
 * pass through L1 for each operation. The function is given a table of addresses, one for each input and output, and how
 * many bytes (a multiple of 16) to go over. Split by cache lines, or by blocks.
 *
 * Arguments: size, inputs, function, outputs, then per input: address, access, parameter, lane;
 * per output: address, register, lane; then the function's code.
 */
export function generatedMap(args: usize, thread: i32, threads: i32): void {
  const size = word(args, 0), inputs = word(args, 1), index = word(args, 2), outputs = word(args, 3);
  const inputArgs = args + 16;
  const outputArgs = inputArgs + (<usize>inputs << 4);
  const code = pointer(outputArgs + <usize>outputs * 12, 0);
  const table = scratch + WORKSPACE;
  const blocks = table + TABLE_BYTES;
  const block = blockOf(inputArgs, inputs, outputArgs, outputs);
  const unit = block == i32.MAX_VALUE ? LINE : block;
  const units = <i32>((<i64>size + unit - 1) / unit);
  const last = <i32>min(<i64>size, <i64>startOf(units, thread + 1, threads) * unit);
  let first = startOf(units, thread, threads) * unit;
  for (let input = 0; input < inputs; input++) {
    const at = inputArgs + (<usize>input << 4);
    const to = blocks + <usize>input * BLOCK_BYTES;
    if (word(at, 1) == Access.Scalar) fill(to, scalar(pointer(at, 0), word(at, 3)), 4);
    else if (isSteady(at, block)) gather(pointer(at, 0), Access.Cycle, word(at, 2), word(at, 3), 0, block, to);
    store<u32>(table + (<usize>input << 2), <u32>to);
  }
  while (first < last) {
    // The last one to three elements are a turn of their own, whose results go by a block.
    const left = min(block, last - first);
    const here = left > 3 ? left & ~3 : left;
    for (let input = 0; input < inputs; input++) {
      const at = inputArgs + (<usize>input << 4);
      const access = word(at, 1), parameter = word(at, 2);
      if (access == Access.Scalar) continue;
      const from = pointer(at, 0);
      let to = blocks + <usize>input * BLOCK_BYTES;
      if (isSteady(at, block)) to += <usize>(first % block) << 2;
      else if (access == Access.Same && word(at, 3) != Lane.Truth) to = from + (<usize>first << 2);
      else gather(from, access, parameter, word(at, 3), first, here, to);
      store<u32>(table + (<usize>input << 2), <u32>to);
    }
    for (let output = 0; output < outputs; output++) {
      const at = outputArgs + <usize>output * 12;
      const direct = here > 3 && word(at, 2) != Lane.Truth;
      const to = direct ? pointer(at, 0) + (<usize>first << 2) : blocks + <usize>(inputs + output) * BLOCK_BYTES;
      store<u32>(table + (<usize>(inputs + output) << 2), <u32>to);
    }
    callGenerated(index, code, table, (<usize>here * 4 + 15) & ~15);
    for (let output = 0; output < outputs; output++) {
      const at = outputArgs + <usize>output * 12;
      if (here > 3 && word(at, 2) != Lane.Truth) continue;
      put(blocks + <usize>(inputs + output) * BLOCK_BYTES, pointer(at, 0), word(at, 2), first, here);
    }
    first += here;
  }
}

/** How many elements are gone through at a time: without end where none has to be gathered, else whole periods of a short vector. */
function blockOf(inputArgs: usize, inputs: i32, outputArgs: usize, outputs: i32): i32 {
  let block = i32.MAX_VALUE;
  for (let output = 0; output < outputs; output++) {
    if (word(outputArgs + <usize>output * 12, 2) == Lane.Truth) block = BLOCK;
  }
  for (let input = 0; input < inputs; input++) {
    const at = inputArgs + (<usize>input << 4);
    const access = word(at, 1);
    if (access != Access.Scalar && (access != Access.Same || word(at, 3) == Lane.Truth)) block = BLOCK;
  }
  for (let input = 0; input < inputs; input++) {
    const at = inputArgs + (<usize>input << 4);
    const period = word(at, 2) * (word(at, 2) & 1 ? 4 : word(at, 2) & 2 ? 2 : 1);
    if (word(at, 1) == Access.Cycle && period <= BLOCK) return BLOCK / period * period;
  }
  return block;
}

/** Whether an input reads the same in each block. */
// @ts-ignore: decorator
@inline
function isSteady(at: usize, block: i32): bool {
  return word(at, 1) == Access.Cycle && word(at, 2) <= BLOCK && block % word(at, 2) == 0;
}
