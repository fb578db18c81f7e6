import { stocks } from '@tenlab/datasets';
import { expect, it } from 'vitest';
import { loadPrices } from './prices-data';

it('tests on the last 300 days, and learns from none of them', async () => {
  const { close, dates } = await stocks({ offline: true });
  const { counts, days, train, test, scale } = await loadPrices({ offline: true });
  expect(counts).toEqual({ train: close.length - 300 - 60, test: 300 });
  expect([days.date[0], days.date.at(-1)]).toEqual([dates[close.length - 300], dates.at(-1)]);
  expect(days.before[0]).toBe(close[close.length - 301]);
  const price = (scaled: number) => scale.least + scaled * (scale.most - scale.least);
  // The day after the first window is the 61st; the first test window ends with the last training day.
  expect(price(train.y.data[0]!)).toBeCloseTo(close[60]!, 2);
  expect(price(test.x.data[59]!)).toBeCloseTo(close[close.length - 301]!, 2);
  expect(price(test.y.data[0]!)).toBeCloseTo(close[close.length - 300]!, 2);
});

it('scales by the training days alone', async () => {
  const { scale, all, train } = await loadPrices({ offline: true });
  const training = all.price.subarray(0, all.testFrom);
  expect(scale).toEqual({ least: Math.min(...training), most: Math.max(...training) });
  expect(Math.max(...train.y.data)).toBe(1);
});

it('learns from the last days only when asked to', async () => {
  expect((await loadPrices({ offline: true }, 1000)).counts).toEqual({ train: 940, test: 300 });
  expect((await loadPrices({ offline: true }, 100)).counts).toEqual({ train: 40, test: 100 });
});
