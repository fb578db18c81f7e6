import { randomPermutation } from '@tenlab/core';
import { autoMpg } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';

/** The columns the network reads: six numbers, and the origin as one of three. */
export const features = [
  'cylinders',
  'displacement',
  'horsepower',
  'weight',
  'acceleration',
  'model_year',
  'USA',
  'Europe',
  'Japan',
] as const;

/** Rows of features, and the miles per gallon of each. */
export interface Cars {
  /** As they are in the table. */
  raw: Float32Array;
  /** Normalised. */
  x: { data: Float32Array; shape: [rows: number, columns: number] };
  mpg: Float32Array;
  origin: string[];
}

/** Auto MPG as this lab uses it. */
export interface CarsData extends LabData {
  train: Cars;
  test: Cars;
  /** Rows published, and of them those with an unknown value by column. */
  published: number;
  unknown: Record<string, number>;
  /** Of the training rows, by feature. */
  statistics: Statistics[];
}

export interface Statistics {
  name: string;
  mean: number;
  deviation: number;
  least: number;
  most: number;
}

/** The split is the same for every seed of a run: whoever compares two runs compares them on the same cars. */
const splitSeed = 0;

/**
 * Loads Auto MPG, drops rows with unknown values, makes three columns of the origin, splits 80 to 20, and normalises both parts
 * with the mean and the deviation of the training rows.
 */
export async function loadCars(options: DatasetOptions = {}, limit = Number.POSITIVE_INFINITY): Promise<CarsData> {
  const { name, source, sha256, table } = await autoMpg(options);
  const numeric = table.names.filter((column) => table.isNumeric(column));
  const unknown = Object.fromEntries(
    numeric
      .map((column) => [column, table.numbers(column).filter((value) => Number.isNaN(value)).length] as const)
      .filter(([, count]) => count > 0),
  );
  const known = table.withoutUnknown();
  const order = randomPermutation(known.length, splitSeed);
  const trainRows = Math.round(0.8 * known.length);
  const parts = [
    order.subarray(0, Math.min(trainRows, limit)),
    order.subarray(trainRows, Math.min(known.length, trainRows + limit)),
  ];
  const [trainTable, testTable] = parts.map((rows) => known.take(rows));
  const [raw, testRaw] = [rowsOf(trainTable!), rowsOf(testTable!)];
  const statistics = statisticsOf(raw);
  const cars = (values: Float32Array, from: typeof trainTable): Cars => ({
    raw: values,
    x: { data: normalise(values, statistics), shape: [values.length / features.length, features.length] },
    mpg: Float32Array.from(from!.numbers('mpg')),
    origin: [...from!.texts('origin')],
  });
  const [train, test] = [cars(raw, trainTable), cars(testRaw, testTable)];
  const counts = { train: train.mpg.length, test: test.mpg.length };
  return { name, source, sha256, counts, train, test, published: table.length, unknown, statistics };
}

/** A row of features for each car; of the three origins, one is 1 and the others are 0. */
function rowsOf(table: { rows(): Record<string, number | string>[] }): Float32Array {
  return Float32Array.from(
    table
      .rows()
      .flatMap((row) => features.map((name) => (name in row ? Number(row[name]) : Number(row.origin === name)))),
  );
}

/** Mean, standard deviation, least and most of each feature. */
export function statisticsOf(rows: Float32Array): Statistics[] {
  return features.map((name, column) => {
    const values = rows.filter((_, index) => index % features.length === column);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { name, mean, deviation: Math.sqrt(variance), least: Math.min(...values), most: Math.max(...values) };
  });
}

/**
 * Brings each feature to mean 0 and deviation 1: `(x - mean) / deviation`, with the statistics given, which are the training
 * rows' for the test rows too. A feature that never changes becomes 0.
 */
export function normalise(rows: Float32Array, statistics: readonly Statistics[]): Float32Array {
  return rows.map((value, index) => {
    const { mean, deviation } = statistics[index % statistics.length]!;
    return deviation === 0 ? 0 : (value - mean) / deviation;
  });
}
