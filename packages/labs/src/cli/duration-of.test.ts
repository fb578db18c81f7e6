import { expect, it } from 'vitest';
import { durationOf } from './duration-of';

it('reads seconds, minutes and hours', async () => {
  const times = ['90', '90s', '5m', '1.5h'].map((text) => durationOf(text, '--max'));
  expect(await Promise.all(times)).toEqual([90, 90, 300, 5400]);
});

it.each(['', '0', '0.5s', '-5m', '5 m', '5d', 'm', '1e3'])('refuses %j', async (text) => {
  await expect(durationOf(text, '--max')).rejects.toMatchObject({ code: 'usage', place: '--max' });
});
