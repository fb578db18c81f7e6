import { expect, it } from 'vitest';
import { stocks } from './stocks';

it('loads the days from the samples', async () => {
  const { dates, open, high, low, close, volume, source, table } = await stocks({ offline: true });
  expect(source).toMatch(/^npm @tenlab\/sample-data/);
  expect([dates.length, dates[0], dates.at(-1)]).toEqual([5105, '2000-01-03', '2020-04-17']);
  expect([open[0], high[0], low[0], close[0], volume[0]]).toEqual([1469.25, 1478, 1438.359985, 1455.219971, 931800000]);
  expect(close.at(-1)).toBe(2874.560059);
  expect(dates).toEqual([...dates].sort());
  for (let day = 0; day < dates.length; day++) expect(low[day]! <= close[day]! && close[day]! <= high[day]!).toBe(true);
  expect(table.names).toContain('adjclose');
});

it('refuses an unknown option', async () => {
  // @ts-expect-error: an option that does not exist
  await expect(stocks({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
});
