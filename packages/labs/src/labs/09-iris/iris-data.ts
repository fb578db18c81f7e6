import { randomPermutation } from '@tenlab/core';
import { iris } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';

/** Rows of four lengths, and the number of each row's species. */
export interface Flowers {
  x: { data: Float32Array; shape: [rows: number, columns: number] };
  y: Uint8Array;
}

/** Iris as this lab uses it. */
export interface IrisData extends LabData {
  train: Flowers;
  test: Flowers;
  featureNames: readonly string[];
  classNames: readonly string[];
}

/** The split is the same for every seed of a run: whoever compares two runs compares them on the same thirty flowers. */
const splitSeed = 116;
const testRows = 30;

/**
 * Loads Iris, shuffles it (the rows lie sorted by species) and splits it into 120 + 30 rows. Lengths and species are moved by
 * one and the same order, so that they stay together.
 */
export async function loadIris(options: DatasetOptions = {}, limit = Number.POSITIVE_INFINITY): Promise<IrisData> {
  const { name, source, sha256, x, y, featureNames, classNames } = await iris(options);
  const order = randomPermutation(y.length, splitSeed);
  const rows = (from: number, to: number): Flowers => {
    const chosen = Array.from(order.subarray(from, to));
    const columns = x.shape[1];
    return {
      x: {
        data: Float32Array.from(
          chosen.flatMap((row) => Array.from(x.data.subarray(row * columns, (row + 1) * columns))),
        ),
        shape: [chosen.length, columns],
      },
      y: Uint8Array.from(chosen, (row) => y.data[row]!),
    };
  };
  const trainRows = y.length - testRows;
  const train = rows(0, Math.min(trainRows, limit));
  const test = rows(trainRows, Math.min(y.length, trainRows + limit));
  return {
    name,
    source,
    sha256,
    counts: { train: train.y.length, test: test.y.length },
    train,
    test,
    featureNames,
    classNames,
  };
}
