import { randomNormalValues, randomUniformValues } from '@tenlab/core';
import { Adam, Dense, regularizers, Sequential } from '@tenlab/layers';

/** Points of a plane, row by row, and the kind of each: 0 or 1. */
export interface PlanePoints {
  x: { data: Float32Array; shape: [points: number, coordinates: 2] };
  y: Uint8Array;
}

/** The points are the same for every seed of a run. */
const dataSeed = 119;

/** Few points to learn from, so that a network can remember each; many to be tested on. */
export const planeCounts = { train: 80, test: 400 } as const;

/** Two half-moons that reach into each other, blurred so far that some points lie among the others. */
export function halfMoons(count: number, part: keyof typeof planeCounts): PlanePoints {
  const seed = dataSeed + (part === 'train' ? 0 : 2);
  const angles = randomUniformValues(count, { minValue: 0, maxValue: Math.PI, seed });
  const blur = randomNormalValues(2 * count, { stddev: 0.32, seed: seed + 1 });
  const data = new Float32Array(2 * count);
  const y = Uint8Array.from(angles, (_, index) => index % 2);
  for (const [index, angle] of angles.entries()) {
    const [x, up] = y[index] === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    data[2 * index] = x + blur[2 * index]!;
    data[2 * index + 1] = up + blur[2 * index + 1]!;
  }
  return { x: { data, shape: [count, 2] }, y };
}

/** The same points again and again: an epoch over so few would be over before anyone could look. */
export function repeated({ x, y }: PlanePoints, times: number): PlanePoints {
  const count = y.length * times;
  return {
    x: { data: Float32Array.from({ length: 2 * count }, (_, at) => x.data[at % x.data.length]!), shape: [count, 2] },
    y: Uint8Array.from({ length: count }, (_, at) => y[at % y.length]!),
  };
}

/** Far more weights than the points need; `l2` adds `l2 · Σ w²` of both hidden kernels to the loss. */
export function planeNetwork(l2?: number): Sequential {
  const penalty = () => (l2 === undefined ? {} : { kernelRegularizer: new regularizers.L2({ l2 }) });
  const model = new Sequential([
    new Dense({ units: 64, activation: 'relu', inputShape: [2], ...penalty() }),
    new Dense({ units: 64, activation: 'relu', ...penalty() }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({
    optimizer: new Adam({ learningRate: 0.01 }),
    loss: 'binary_crossentropy',
    metrics: ['accuracy', 'binary_crossentropy'],
  });
  return model;
}

/** The places at which a network is asked: columns, rows, and all of them row by row. */
export function planeGrid(count: number): { across: Float32Array; up: Float32Array; places: PlanePoints['x'] } {
  const axis = (least: number, most: number) =>
    Float32Array.from({ length: count }, (_, at) => least + ((most - least) * at) / (count - 1));
  const [across, up] = [axis(-2, 3), axis(-1.6, 2.1)];
  const data = Float32Array.from({ length: 2 * count * count }, (_, at) => {
    const place = Math.floor(at / 2);
    return at % 2 === 0 ? across[place % count]! : up[Math.floor(place / count)]!;
  });
  return { across, up, places: { data, shape: [count * count, 2] } };
}
