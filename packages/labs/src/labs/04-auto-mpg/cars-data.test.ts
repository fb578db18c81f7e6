import { expect, it } from 'vitest';
import { features, loadCars, normalise, statisticsOf } from './cars-data';

it('drops what is unknown, counts it, and splits 80 to 20', async () => {
  const { published, unknown, counts, train } = await loadCars({ offline: true });
  expect([published, unknown, counts]).toEqual([406, { mpg: 8, horsepower: 6 }, { train: 314, test: 78 }]);
  expect(train.x.data.every(Number.isFinite)).toBe(true);
});

it('writes each origin as a single one among three columns', async () => {
  const { test } = await loadCars({ offline: true });
  test.origin.forEach((origin, row) => {
    const three = test.raw.subarray(row * features.length + 6, row * features.length + 9);
    expect(Array.from(three)).toEqual(['USA', 'Europe', 'Japan'].map((name) => Number(name === origin)));
  });
});

it("normalises with the training rows' mean and deviation, the test rows too", async () => {
  const { train, test, statistics } = await loadCars({ offline: true });
  for (const { mean, deviation } of statisticsOf(train.x.data)) {
    expect(mean).toBeCloseTo(0, 4);
    expect(deviation).toBeCloseTo(1, 4);
  }
  expect(test.x.data).toEqual(normalise(test.raw, statistics));
  expect(Math.abs(statisticsOf(test.x.data)[3]!.mean)).toBeGreaterThan(1e-4);
});

it('takes fewer when asked to', async () => {
  expect((await loadCars({ offline: true }, 40)).counts).toEqual({ train: 40, test: 40 });
});
