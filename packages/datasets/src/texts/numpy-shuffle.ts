// NumPy's old generator, for data sets whose published order was made by it. Nothing else draws from it.

const size = 624;
const apart = 397;

/**
 * The order that `numpy.random.RandomState(seed).shuffle` gives, draw after draw: `shuffle(n)` is the n indices in that order.
 *
 * Source: M. Matsumoto, T. Nishimura, "Mersenne twister" (1998), MT19937; NumPy's legacy seeding and `shuffle`.
 */
export class NumpyShuffle {
  readonly #state = new Uint32Array(size);
  #next = size;

  constructor(seed: number) {
    this.#state[0] = seed;
    for (let index = 1; index < size; index++) {
      const before = this.#state[index - 1]!;
      this.#state[index] = Math.imul(1812433253, before ^ (before >>> 30)) + index;
    }
  }

  /** The indices 0 … count - 1 in random order. */
  shuffle(count: number): Int32Array {
    const order = Int32Array.from({ length: count }, (_, index) => index);
    for (let index = count - 1; index > 0; index--) {
      const other = this.#upTo(index);
      const kept = order[index]!;
      order[index] = order[other]!;
      order[other] = kept;
    }
    return order;
  }

  /** A whole number from 0 to `most`: bits are drawn again until they fit. */
  #upTo(most: number): number {
    const mask = 2 ** (32 - Math.clz32(most)) - 1;
    for (;;) {
      const value = (this.#bits() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  #bits(): number {
    if (this.#next === size) this.#twist();
    let bits = this.#state[this.#next++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return (bits ^ (bits >>> 18)) >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let index = 0; index < size; index++) {
      const joined = (state[index]! & 0x80000000) | (state[(index + 1) % size]! & 0x7fffffff);
      state[index] = state[(index + apart) % size]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }
}
