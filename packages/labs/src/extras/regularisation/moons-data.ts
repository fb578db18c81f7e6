import { randomNormalValues, randomUniformValues } from '@tenlab/core';
import type { LabData } from '../../define-lab';

/** Points in the plane, and to which of two moons each belongs. */
export interface Points {
  x: { data: Float32Array; shape: [points: number, coordinates: number] };
  y: Uint8Array;
}

export interface MoonsData extends LabData {
  train: Points;
  test: Points;
}

/** The points are the same for every seed of a run: whoever compares two runs compares them on the same moons. */
const dataSeed = 20;

/** So far, on average, points lie from their moon: near enough to see two, far enough that some lie on the other's side. */
const noise = 0.28;

/** Two half moons that reach into each other: few points to learn from, many to be tested on. */
export function moons({ train = 120, test = 2000, limit = Number.POSITIVE_INFINITY } = {}): MoonsData {
  const counts = { train: Math.min(train, limit), test: Math.min(test, limit) };
  return {
    name: 'moons',
    source: 'made from random numbers',
    counts,
    train: points(counts.train, dataSeed),
    test: points(counts.test, dataSeed + 10),
  };
}

function points(count: number, seed: number): Points {
  const along = randomUniformValues(count, { seed });
  const off = randomNormalValues(2 * count, { stddev: noise, seed: seed + 1 });
  const data = new Float32Array(2 * count);
  const y = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const [angle, lower] = [Math.PI * along[index]!, index % 2];
    y[index] = lower;
    data[2 * index] = (lower ? 1 - Math.cos(angle) : Math.cos(angle)) + off[2 * index]!;
    data[2 * index + 1] = (lower ? 0.5 - Math.sin(angle) : Math.sin(angle)) + off[2 * index + 1]!;
  }
  return { x: { data, shape: [count, 2] }, y };
}
