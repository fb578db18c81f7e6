import { expect, it } from 'vitest';
import { tinyLab } from '../testing/tiny-lab';
import { readFlags, settingsOf } from './run-flags';

it.each([
  [{ epochs: '0' }, '--epochs'],
  [{ batchSize: 'x' }, '--batch-size'],
  [{ limit: '-1' }, '--limit'],
  [{ threads: '0' }, '--threads'],
  [{ seed: '4294967296' }, '--seed'],
  [{ backend: 'gpu' }, '--backend'],
  [{ tier: 'huge' }, '--tier'],
  [{ max: 'soon' }, '--max'],
])('refuses %j', async (flags, place) => {
  await expect(readFlags(flags)).rejects.toMatchObject({ code: 'usage', place });
});

it("takes a tier's settings where nothing else was typed", async () => {
  const tiny = { epochs: 1, batchSize: 1 };
  const lab = { ...tinyLab(), tiers: { smoke: { ...tiny, limit: 5 }, laptop: tiny, full: tiny } };
  expect(settingsOf(lab, await readFlags({}))).toEqual({ ...tiny, seed: 1 });
  const typed = await readFlags({ epochs: '3', seed: '0', tier: 'smoke' });
  expect(settingsOf(lab, typed)).toEqual({ epochs: 3, batchSize: 1, limit: 5, seed: 0 });
});
