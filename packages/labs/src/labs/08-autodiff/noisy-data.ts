import { randomNormalValues, randomUniformValues } from '@tenlab/core';
import type { LabData } from '../../define-lab';

/** Points, each an `x` and a `y`. */
export interface Points {
  x: Float32Array;
  y: Float32Array;
}

/** Points along a line and along a wave, with noise. */
export interface NoisyData extends LabData {
  line: { train: Points; test: Points };
  wave: { train: Points; test: Points };
}

/** The line that is to be found: `y = 3x + 2`. */
export const trueLine = { slope: 3, intercept: 2 } as const;

/** The wave that a line cannot follow. */
export const trueWave = (x: number): number => Math.sin(3 * x);

/** The points are the same for every seed of a run: only the beginnings of the networks differ. */
const dataSeed = 117;

/**
 * Makes the data: `y = 3x + 2` and `y = sin(3x)`, each with noise.
 *
 * @param limit at most so many points to train on
 */
export function noisyData(limit = 1000): NoisyData {
  const counts = { train: Math.min(1000, limit), test: 200 };
  const made = (seed: number, at: (x: number) => number, noise: number) => ({
    train: points(counts.train, seed, at, noise),
    test: points(counts.test, seed + 2, at, noise),
  });
  return {
    name: 'noisy line and wave',
    source: 'made by the lab',
    counts,
    line: made(dataSeed, (x) => trueLine.slope * x + trueLine.intercept, 1),
    wave: made(dataSeed + 10, trueWave, 0.15),
  };
}

function points(count: number, seed: number, at: (x: number) => number, noise: number): Points {
  const x = randomUniformValues(count, { minValue: -2, maxValue: 2, seed });
  const off = randomNormalValues(count, { stddev: noise, seed: seed + 1 });
  return { x, y: x.map((value, index) => at(value) + off[index]!) };
}
