import { checkSize } from './check';
import { checkSeed, keyOfSeed } from './seed';
import { threefryBits } from './threefry';

/**
 * The numbers 0 … length - 1 in a random order that depends on the seed alone: what shuffling uses.
 *
 * Fisher-Yates from the back: for `i = length - 1 … 1` swap `i` with `j = floor(bits[i - 1] * (i + 1) / 2^32)`. An order is
 * favoured over another by less than `length / 2^32`.
 *
 * @throws TenlabError `invalid-argument` for a bad length, `invalid-seed`
 *
 * @example
 * randomPermutation(5, 0); // Int32Array [2, 3, 1, 0, 4]
 */
export function randomPermutation(length: number, seed: number): Int32Array {
  checkSize(length, 'length', 'randomPermutation');
  checkSeed(seed, 'randomPermutation');
  const order = Int32Array.from({ length }, (_, index) => index);
  const bits = new Uint32Array(Math.max(0, length - 1));
  threefryBits(bits, [...keyOfSeed(seed), 0]);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(bits[i - 1]! * 2 ** -32 * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
