import { TenlabError } from '../errors/tenlab-error';
import { threefry2x32 } from './threefry';

type Held = { seed: number | undefined; derived: number };

// Shared by every copy of this package in the process (ESM and CommonJS): one program has one global seed.
const stateKey = Symbol.for('tenlab.seed');
const holder = globalThis as { [stateKey]?: Held };
holder[stateKey] ??= { seed: undefined, derived: 0 };
const state = holder[stateKey];

/**
 * Sets the global seed, and starts the sequence of derived seeds again.
 *
 * Every layer, initializer and shuffle without a seed of its own takes the next seed derived from this one, in order, so the
 * same program after the same `setSeed` computes the same numbers, bit by bit, on every backend. Keras:
 * `keras.utils.set_random_seed`.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 * @throws TenlabError `invalid-seed` for anything else
 *
 * @example
 * setSeed(42);
 * randomUniformValues(2, { seed: deriveSeed() }); // Float32Array [0.9829087853431702, 0.5895583629608154]
 */
export function setSeed(seed: number): void {
  checkSeed(seed, 'setSeed');
  state.seed = seed;
  state.derived = 0;
}

/**
 * The global seed. Where none was set, one is drawn by chance on the first call and kept, so that a run can always say
 * which seed repeats it.
 */
export function getSeed(): number {
  state.seed ??= crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1;
  return state.seed;
}

/**
 * The next seed of the sequence that belongs to the global seed: a whole number from 0 to 2^31 - 1, which every file format
 * and Keras can hold.
 *
 * `seed_k = bits >>> 1`, with `bits` the first word of `threefry2x32(key of the global seed, counter = (0x73656564, k))`.
 *
 * @example
 * setSeed(1);
 * const first = deriveSeed();
 * setSeed(1);
 * deriveSeed() === first; // true
 */
export function deriveSeed(): number {
  const [key0, key1] = keyOfSeed(getSeed());
  const [word] = threefry2x32(key0, key1, derivationCounter, state.derived++);
  return word >>> 1;
}

/** Where the sequence of derived seeds stands: the global seed, and how many were taken since. */
export interface SeedState {
  seed: number;
  derived: number;
}

/** The place of now, for {@link setSeedState}. Draws the global seed if there is none yet. */
export function getSeedState(): SeedState {
  return { seed: getSeed(), derived: state.derived };
}

/**
 * Goes on in the sequence of derived seeds where {@link getSeedState} was asked: what a resumed run needs.
 *
 * @throws TenlabError `invalid-seed`
 *
 * @example
 * const place = getSeedState();
 * const next = deriveSeed();
 * setSeedState(place);
 * deriveSeed() === next; // true
 */
export function setSeedState({ seed, derived }: SeedState): void {
  checkSeed(seed, 'setSeedState');
  checkSeed(derived, 'setSeedState');
  state.seed = seed;
  state.derived = derived;
}

/** Separates derived seeds from the values drawn with the same seed ("seed" in ASCII). */
const derivationCounter = 0x73656564;

/** The Threefry key of a seed: its high and its low 32 bits, as JAX's `PRNGKey` does. */
export function keyOfSeed(seed: number): [key0: number, key1: number] {
  return [Math.floor(seed / 2 ** 32), seed >>> 0];
}

/** @throws TenlabError `invalid-seed` unless `seed` is a whole number from 0 to 2^53 - 1 */
export function checkSeed(seed: unknown, place: string): asserts seed is number {
  if (typeof seed === 'number' && Number.isSafeInteger(seed) && seed >= 0) return;
  throw new TenlabError({
    code: 'invalid-seed',
    place,
    expected: '`seed` must be a whole number from 0 to 2^53 - 1',
    received: seed,
    remedy: 'Pass a number such as 42; the same seed gives the same results.',
  });
}
