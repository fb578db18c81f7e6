/**
 * Threefry-2x32 with 20 rounds: the random bits of everything in tenlab.
 *
 * A counter-based generator is a pure function `bits = threefry(key, counter)`: no hidden state, so any element of a draw
 * can be computed by any thread, and the same seed gives the same bits on every backend. It is the function that JAX calls
 * `threefry2x32` and Random123 calls `threefry2x32_R(20, …)`.
 *
 * **The layout that every backend follows bit by bit.** A generator's state is three 32-bit integers `(key0, key1, call)`.
 * A draw of `n` elements uses blocks `i = 0 … ceil(n / 2) - 1`:
 *
 * ```
 * (bits[2i], bits[2i + 1]) = threefry2x32(key = (key0, key1), counter = (call, i))
 * uniform[e]  = (bits[e] >>> 8) * 2^-24                             in [0, 1), exact in float32
 * normal[e]   = inverseNormal((bits[e] + 0.5) * 2^-32)              computed in float64, rounded once to float32
 * ```
 *
 * When `n` is odd the last block's second word is dropped. After a draw the state becomes `(key0, key1, call + 1)`.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 */
export type ThreefryState = readonly [key0: number, key1: number, call: number];

/** The constant that makes the third key word (Skein's parity constant, 32 bits of it). */
const parity = 0x1bd11bda;

/**
 * Two random words from a key and a counter, all as unsigned 32-bit integers.
 *
 * @example
 * threefry2x32(0, 0, 0, 0); // [0x6b200159, 0x99ba4efe]
 */
export function threefry2x32(key0: number, key1: number, counter0: number, counter1: number): [number, number] {
  const words = new Uint32Array(2);
  threefryBits(words, [key0, key1, counter0], counter1);
  return [words[0]!, words[1]!];
}

/**
 * Fills `bits` with the random words of one draw, starting at block `firstBlock`.
 *
 * @param bits where the words go; all of it is filled
 * @param state key and call number, as in {@link ThreefryState}
 * @param firstBlock the block of `bits[0]`: a draw may be filled in slices that start at an even element
 */
export function threefryBits(bits: Uint32Array, [key0, key1, call]: ThreefryState, firstBlock = 0): void {
  const key2 = key0 ^ key1 ^ parity;
  const length = bits.length;
  for (let index = 0, block = firstBlock; index < length; index += 2, block++) {
    // Four rounds, then a word of the key is added: five times.
    let a = (call + key0) | 0;
    let b = (block + key1) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 1) | 0;

    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 2) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key0) | 0;
    b = (b + key1 + 3) | 0;

    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 4) | 0;

    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 5) | 0;

    bits[index] = a;
    if (index + 1 < length) bits[index + 1] = b;
  }
}
