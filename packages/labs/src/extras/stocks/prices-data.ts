import { stocks } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';

/** How many days a forecast looks back. */
export const windowDays = 60;

/** The last so many days are for the test: they are never learned from. */
const testDays = 300;

/** Windows of sixty days, scaled, and the day after each. */
export interface Windows {
  x: { data: Float32Array; shape: [windows: number, days: number, values: number] };
  y: { data: Float32Array; shape: [windows: number, values: number] };
}

export interface PricesData extends LabData {
  train: Windows;
  test: Windows;
  /** The closing price of each test day, of the day before it, and its date. */
  days: { price: Float64Array; before: Float64Array; date: string[] };
  /** The whole series, for a look at it. */
  all: { price: Float64Array; date: readonly string[]; testFrom: number };
  /** Least and greatest price of the training days: `scaled = (price - least) / (most - least)`. */
  scale: { least: number; most: number };
}

/**
 * Loads the closing prices, holds back the last 300 days, scales with the least and the greatest price of the training days
 * (with those of all days the test would leak into the training), and cuts windows.
 *
 * @param limit learn from the last so many training days only, and test on as many at most
 */
export async function loadPrices(options: DatasetOptions = {}, limit = Number.POSITIVE_INFINITY): Promise<PricesData> {
  const { name, source, sha256, close, dates } = await stocks(options);
  const testFrom = close.length - Math.min(testDays, limit);
  const trainFrom = Math.max(0, testFrom - Math.max(limit, windowDays + 1));
  const training = close.subarray(trainFrom, testFrom);
  const scale = {
    least: training.reduce((least, price) => Math.min(least, price)),
    most: training.reduce((most, price) => Math.max(most, price)),
  };
  const train = windows(training, scale);
  // The first test day looks back on training days: that is known by then.
  const test = windows(close.subarray(testFrom - windowDays), scale);
  return {
    name,
    source,
    sha256,
    counts: { train: train.x.shape[0], test: test.x.shape[0] },
    train,
    test,
    days: {
      price: close.slice(testFrom),
      before: close.slice(testFrom - 1, -1),
      date: dates.slice(testFrom),
    },
    all: { price: close, date: dates, testFrom },
    scale,
  };
}

/** Each run of sixty days, and the day after it. */
function windows(prices: Float64Array, { least, most }: PricesData['scale']): Windows {
  const scaled = Float32Array.from(prices, (price) => (price - least) / (most - least));
  const count = scaled.length - windowDays;
  const data = new Float32Array(count * windowDays);
  for (let at = 0; at < count; at++) data.set(scaled.subarray(at, at + windowDays), at * windowDays);
  return {
    x: { data, shape: [count, windowDays, 1] },
    y: { data: scaled.slice(windowDays), shape: [count, 1] },
  };
}
