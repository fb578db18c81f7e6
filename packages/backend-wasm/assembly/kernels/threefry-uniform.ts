import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { storeLanes } from '../lib/lanes';

/** Skein's parity constant, 32 bits of it. */
const PARITY: i32 = 0x1bd11bda;

/**
 * Uniform floats in [0, 1) from Threefry-2x32 with 20 rounds: elements 2i and 2i + 1 are the upper 24 bits of the two words of
 * threefry(key = (state[0], state[1]), counter = (state[2], i)). Four blocks, eight elements, are made at a time.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). Split by groups of four blocks.
 *
 * Arguments: state (three int32), out, size.
 */
export function threefryUniform(args: usize, thread: i32, threads: i32): void {
  const state = pointer(args, 0);
  const key0 = load<i32>(state), key1 = load<i32>(state, 4), call = load<i32>(state, 8);
  const size = word(args, 2);
  const groups = (size + 7) >> 3;
  const last = startOf(groups, thread + 1, threads);
  const scale = f32x4.splat(5.9604644775390625e-8);
  for (let group = startOf(groups, thread, threads); group < last; group++) {
    const block = i32x4.add(i32x4.splat(group << 2), i32x4(0, 1, 2, 3));
    const key2 = key0 ^ key1 ^ PARITY;
    let a = i32x4.splat(call + key0), b = i32x4.add(block, i32x4.splat(key1));
    // Four rounds, then a word of the key is added: five times.
    for (let turn = 0; turn < 5; turn++) {
      if (turn & 1) {
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 17), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 29), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 16), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 24), a);
      } else {
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 13), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 15), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 26), a);
        a = i32x4.add(a, b); b = v128.xor(turnLeft(b, 6), a);
      }
      a = i32x4.add(a, i32x4.splat(turn % 3 == 0 ? key1 : turn % 3 == 1 ? key2 : key0));
      b = i32x4.add(b, i32x4.splat((turn % 3 == 0 ? key2 : turn % 3 == 1 ? key0 : key1) + turn + 1));
    }
    const x = f32x4.mul(f32x4.convert_i32x4_u(i32x4.shr_u(a, 8)), scale), y = f32x4.mul(f32x4.convert_i32x4_u(i32x4.shr_u(b, 8)), scale);
    const to = pointer(args, 1) + (<usize>group << 5);
    const here = size - (group << 3);
    storeLanes(to, v128.shuffle<f32>(x, y, 0, 4, 1, 5), here);
    if (here > 4) storeLanes(to + 16, v128.shuffle<f32>(x, y, 2, 6, 3, 7), here - 4);
  }
}

// @ts-ignore: decorator
@inline
function turnLeft(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}
