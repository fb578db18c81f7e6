import { expect, it } from 'vitest';
import { movieReviews } from './movie-reviews';

it('loads the sentences from the samples', async () => {
  const { texts, sentiments, labels, classNames, source } = await movieReviews({ offline: true });
  expect(source).toMatch(/^npm @tenlab\/sample-data/);
  expect([texts.length, sentiments.length, labels.length]).toEqual([10605, 10605, 10605]);
  expect([texts[2], sentiments[2], classNames[labels.data[2]!]]).toEqual([
    'Effective but too tepid biopic',
    -0.6,
    'negative',
  ]);
  // Line ends and quotes are as in the file; so is what is not ASCII.
  expect(texts.some((text) => /[\r\n]/.test(text))).toBe(false);
  expect(texts.find((text) => text.startsWith('Her fans walked out'))).toContain("''horrible''");
  expect(texts.some((text) => text.includes('é'))).toBe(true);
  expect([sentiments.filter((value) => value > 0).length, sentiments.filter((value) => value === 0).length]).toEqual([
    5242, 37,
  ]);
  expect(labels.data.reduce((sum, label) => sum + label, 0)).toBe(5242);
});

it('refuses an unknown option', async () => {
  // @ts-expect-error: an option that does not exist
  await expect(movieReviews({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
});
