import { randomNormalValues, randomPermutation, randomUniformValues } from '@tenlab/core';
import { Dataset, parseCsv } from '@tenlab/datasets';
import type { LabData, LabFiles } from '../../define-lab';

/** A point of the plane, and which of two kinds it is of. */
export interface Point {
  x: number;
  y: number;
  kind: number;
}

/** Points of one's own, from a file of one's own. */
export interface PointsData extends LabData {
  file: string;
  /** The first lines of the file. */
  head: string;
  train: Point[];
  test: Point[];
}

const file = 'own-data/points.csv';
/** The points are the same for every seed of a run. */
const dataSeed = 118;

/** Two spirals that wind around each other, as a file in CSV: a set that no straight line parts. */
export function spiralsCsv(count: number): string {
  const along = randomUniformValues(count, { minValue: 0.15, maxValue: 1, seed: dataSeed });
  const off = randomNormalValues(2 * count, { stddev: 0.04, seed: dataSeed + 1 });
  const lines = Array.from(along, (at, index) => {
    const kind = index % 2;
    const angle = 4.5 * at + Math.PI * kind;
    const x = at * Math.cos(angle) + off[2 * index]!;
    const y = at * Math.sin(angle) + off[2 * index + 1]!;
    return `${x.toFixed(4)},${y.toFixed(4)},${kind}`;
  });
  return `x,y,kind\n${lines.join('\n')}\n`;
}

/**
 * Writes a file of points, reads it again, as one reads a file of one's own, shuffles its rows and splits them.
 *
 * @param limit at most so many points to train on
 */
export async function loadPoints(files: LabFiles, limit = 800): Promise<PointsData> {
  const counts = { train: Math.min(800, limit), test: 200 };
  await files.write(file, new TextEncoder().encode(spiralsCsv(counts.train + counts.test)));
  const text = new TextDecoder().decode((await files.read(file))!);
  const rows = parseCsv(text, {}, file).rows() as unknown as Point[];
  // Rows are moved whole: a point keeps its kind.
  const order = Array.from(randomPermutation(rows.length, dataSeed), (index) => rows[index]!);
  return {
    name: 'two spirals',
    source: 'made by the lab, and read from its file',
    counts,
    file,
    head: text.split('\n').slice(0, 4).join('\n'),
    train: order.slice(counts.test),
    test: order.slice(0, counts.test),
  };
}

/** The pipeline that training takes its batches from: each point made into numbers and a kind, shuffled anew in each pass, in batches. */
export function pipeline(points: readonly Point[], { batchSize, seed }: { batchSize: number; seed: number }) {
  return Dataset.fromIterable(points)
    .map(({ x, y, kind }): [Float32Array, number] => [Float32Array.of(x, y), kind])
    .shuffle(points.length, { seed })
    .batch(batchSize);
}
