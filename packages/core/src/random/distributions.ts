import { inverseNormal } from './inverse-normal';
import { type ThreefryState, threefryBits } from './threefry';

/** What one draw of random values can be: see {@link fillRandom}. */
export type Distribution = 'uniform' | 'normal' | 'truncated-normal';

/** The probability that a standard normal value lies between -2 and 2. */
const withinTwo = 0.9544997361036416;

/** Words per slice: the bits of a large draw never take as much memory as its values. Even, so that a slice ends with a block. */
const sliceLength = 8192;

/**
 * One draw in the standard form of a distribution, by the layout of {@link ThreefryState}, in float32.
 *
 * - `uniform`: `(bits >>> 8) * 2^-24`, in [0, 1);
 * - `normal`: `inverseNormal(p)` with `p = (bits + 0.5) * 2^-32`;
 * - `truncated-normal`: `inverseNormal(0.5 + (p - 0.5) * P(|z| < 2))`, in (-2, 2): the same law as Keras's, which redraws
 *   values beyond two standard deviations, with one word per value.
 */
export function fillRandom(size: number, distribution: Distribution, state: ThreefryState): Float32Array {
  const values = new Float32Array(size);
  const bits = new Uint32Array(Math.min(size, sliceLength));
  for (let start = 0; start < size; start += sliceLength) {
    const slice = bits.subarray(0, Math.min(sliceLength, size - start));
    threefryBits(slice, state, start / 2);
    for (let index = 0; index < slice.length; index++) {
      values[start + index] = fromWord(slice[index]!, distribution);
    }
  }
  return values;
}

function fromWord(word: number, distribution: Distribution): number {
  if (distribution === 'uniform') return (word >>> 8) * 2 ** -24;
  const fromCentre = (word + 0.5) * 2 ** -32 - 0.5;
  return inverseNormal(distribution === 'normal' ? fromCentre : fromCentre * withinTwo);
}
