import { checkOptions } from '../errors/check-options';
import { checkFinite, checkSize } from './check';
import { type Distribution, fillRandom } from './distributions';
import { checkSeed, deriveSeed, keyOfSeed } from './seed';

/** Options of {@link randomUniformValues}. */
export type UniformValuesOptions = { minValue?: number; maxValue?: number; seed?: number };

/** Options of {@link randomNormalValues} and {@link truncatedNormalValues}. */
export type NormalValuesOptions = { mean?: number; stddev?: number; seed?: number };

/**
 * Uniform values in [minValue, maxValue), computed on the host: what initializers use.
 *
 * `value = minValue + u * (maxValue - minValue)` in float32, with `u` as described at `ThreefryState` for the state
 * `(key of the seed, 0)`: the same bits as the first draw of a `SeedGenerator` with that seed.
 *
 * @param size how many values
 * @param options `minValue` (0), `maxValue` (1), `seed` (the next derived seed)
 * @throws TenlabError `invalid-argument` for a bad size or range, `invalid-seed`
 *
 * @example
 * randomUniformValues(3, { seed: 0 }); // Float32Array [0.4184570908546448, 0.6004990339279175, 0.21629542112350464]
 */
export function randomUniformValues(size: number, options: UniformValuesOptions = {}): Float32Array {
  const place = 'randomUniformValues';
  checkOptions(options, ['minValue', 'maxValue', 'seed'], place);
  const { minValue = 0, maxValue = 1, seed = deriveSeed() } = options;
  checkFinite(minValue, 'minValue', place);
  checkFinite(maxValue, 'maxValue', place);
  return draw(place, 'uniform', size, maxValue - minValue, minValue, seed);
}

/**
 * Normal values with the given mean and standard deviation, computed on the host.
 *
 * `value = mean + stddev * z` in float32, with `z` by the inverse of the normal distribution (see `ThreefryState`).
 *
 * @param size how many values
 * @param options `mean` (0), `stddev` (1), `seed` (the next derived seed)
 * @throws TenlabError `invalid-argument` for a bad size, mean or deviation, `invalid-seed`
 *
 * @example
 * randomNormalValues(2, { seed: 0 }); // Float32Array [-0.20584213733673096, 0.2546391487121582]
 */
export function randomNormalValues(size: number, options: NormalValuesOptions = {}): Float32Array {
  const place = 'randomNormalValues';
  checkOptions(options, ['mean', 'stddev', 'seed'], place);
  const { mean = 0, stddev = 1, seed = deriveSeed() } = options;
  checkFinite(mean, 'mean', place);
  checkFinite(stddev, 'stddev', place);
  return draw(place, 'normal', size, stddev, mean, seed);
}

/**
 * Normal values cut off at two standard deviations from the mean, computed on the host.
 *
 * The law is Keras's `random.truncated_normal`; `stddev` is that of the normal law before the cut.
 *
 * @param size how many values
 * @param options `mean` (0), `stddev` (1), `seed` (the next derived seed)
 * @throws TenlabError `invalid-argument` for a bad size, mean or deviation, `invalid-seed`
 *
 * @example
 * truncatedNormalValues(1000, { seed: 0 }).every((value) => Math.abs(value) <= 2); // true
 */
export function truncatedNormalValues(size: number, options: NormalValuesOptions = {}): Float32Array {
  const place = 'truncatedNormalValues';
  checkOptions(options, ['mean', 'stddev', 'seed'], place);
  const { mean = 0, stddev = 1, seed = deriveSeed() } = options;
  checkFinite(mean, 'mean', place);
  checkFinite(stddev, 'stddev', place);
  return draw(place, 'truncated-normal', size, stddev, mean, seed);
}

function draw(
  place: string,
  distribution: Distribution,
  size: number,
  scale: number,
  offset: number,
  seed: number,
): Float32Array {
  checkSize(size, 'size', place);
  checkSeed(seed, place);
  const values = fillRandom(size, distribution, [...keyOfSeed(seed), 0]);
  if (scale === 1 && offset === 0) return values;
  // Each operation is rounded to float32, as the backends do it.
  const scale32 = Math.fround(scale);
  const offset32 = Math.fround(offset);
  for (let index = 0; index < size; index++) {
    values[index] = Math.fround(values[index]! * scale32) + offset32;
  }
  return values;
}
