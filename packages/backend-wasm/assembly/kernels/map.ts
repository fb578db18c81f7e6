import { pointer, word } from '../lib/arguments';
import { fill, gather, put, scalar } from '../lib/elements';
import { operate } from '../lib/operate';
import { startOf } from '../lib/partition';
import { Access, Lane } from '../program/operations';
import { scratch, WORKSPACE } from '../program/scratch';

/** Elements gone through at a time: every register of a chain stays in L1 or L2. */
const BLOCK: i32 = 512;
const BLOCK_BYTES: usize = 2048;
/** Most registers an expression may have: a table of their addresses and their blocks fit the scratch. */
const TABLE_BYTES: usize = 1024;

/**
 * An element-wise expression, any number of operations in one pass: out_j[i] = f_j(in_0[i], in_1[i], ...).
 * Registers are numbered: first the inputs, then one for each operation, which may use all before it.
 * An output may be the same memory as an input that is read element for element. Split by blocks of elements.
 *
 * Arguments: size, inputs, operations, outputs, then per input: address, access, parameter, lane;
 * per output: address, register, lane; per operation: operation, a, b, c.
 */
export function map(args: usize, thread: i32, threads: i32): void {
  const size = word(args, 0);
  const inputs = word(args, 1);
  const operations = word(args, 2);
  const outputs = word(args, 3);
  const inputArgs = args + 16;
  const outputArgs = inputArgs + (<usize>inputs << 4);
  const operationArgs = outputArgs + <usize>outputs * 12;
  const table = scratch + WORKSPACE;
  const blocks = table + TABLE_BYTES;
  for (let register = 0; register < inputs + operations; register++) {
    store<u32>(table + (<usize>register << 2), <u32>(blocks + <usize>register * BLOCK_BYTES));
  }
  for (let input = 0; input < inputs; input++) {
    const at = inputArgs + (<usize>input << 4);
    if (word(at, 1) == Access.Scalar) fill(blocks + <usize>input * BLOCK_BYTES, scalar(pointer(at, 0), word(at, 3)), BLOCK);
  }
  const count = (size + BLOCK - 1) / BLOCK;
  const last = min(size, startOf(count, thread + 1, threads) * BLOCK);
  for (let first = startOf(count, thread, threads) * BLOCK; first < last; first += BLOCK) {
    const here = min(BLOCK, last - first);
    for (let input = 0; input < inputs; input++) {
      const at = inputArgs + (<usize>input << 4);
      const access = word(at, 1);
      if (access == Access.Same && word(at, 3) != Lane.Truth) {
        store<u32>(table + (<usize>input << 2), <u32>(pointer(at, 0) + (<usize>first << 2)));
      } else if (access != Access.Scalar) {
        gather(pointer(at, 0), access, word(at, 2), word(at, 3), first, here, blocks + <usize>input * BLOCK_BYTES);
      }
    }
    const bytes = (<usize>here * 4 + 15) & ~15;
    for (let index = 0; index < operations; index++) {
      const at = operationArgs + (<usize>index << 4);
      const a = word(at, 1), b = word(at, 2), c = word(at, 3);
      operate(word(at, 0), register(table, a), register(table, b), register(table, c), b, c, blocks + <usize>(inputs + index) * BLOCK_BYTES, bytes);
    }
    for (let output = 0; output < outputs; output++) {
      const at = outputArgs + <usize>output * 12;
      put(register(table, word(at, 1)), pointer(at, 0), word(at, 2), first, here);
    }
  }
}

/** The address of a register; an operation that takes an immediate there reads it nowhere. */
// @ts-ignore: decorator
@inline
function register(table: usize, index: i32): usize {
  return <u32>index < 256 ? <usize>load<u32>(table + (<usize>index << 2)) : 0;
}
