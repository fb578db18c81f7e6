import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { loadReviews } from './reviews';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A home of Keras's with only this in it. */
async function kerasHome(files: Record<string, string> = {}): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'tenlab-reviews-'));
  await mkdir(join(home, 'datasets'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, 'datasets', name), text);
  vi.stubEnv('KERAS_HOME', home);
}

it('takes the sentences where IMDB is not here, and keeps the three parts apart', async () => {
  await kerasHome();
  const { train, validation, test, codec, counts, whole, maxlen } = await loadReviews({}, { numWords: 5000 });
  expect([whole, counts]).toEqual([false, { train: 7605, test: 2000 }]);
  expect([train.x.shape, validation.x.shape, test.x.shape]).toEqual([
    [7605, maxlen],
    [1000, maxlen],
    [2000, maxlen],
  ]);
  const row = (part: typeof train, index: number) => part.x.data.slice(index * maxlen, (index + 1) * maxlen).join(' ');
  const learned = new Set(Array.from({ length: 7605 }, (_, index) => row(train, index)));
  const seen = Array.from({ length: 2000 }, (_, index) => row(test, index)).filter((text) => learned.has(text));
  // Very short ones are written twice by different people.
  expect(seen.length).toBeLessThan(10);
  expect(codec.decode(train.x.data.subarray(0, maxlen))).toMatch(/^\[START\] [a-z]/);
  expect(train.x.data.reduce((most, word) => Math.max(most, word))).toBe(4999);
});

it('counts no word of the test part', async () => {
  await kerasHome();
  const few = await loadReviews({}, { numWords: 5000, limit: 20 });
  const words = Array.from(few.test.x.data).filter((word) => word > 2);
  const known = new Set(few.train.x.data);
  expect(words.every((word) => known.has(word))).toBe(true);
});

it('does not pass over a damaged IMDB', async () => {
  await kerasHome({ 'imdb.npz': 'not a file of numpy', 'imdb_word_index.json': '{"the":1}' });
  await expect(loadReviews({}, { numWords: 5000 })).rejects.toMatchObject({ code: 'invalid-file' });
});
