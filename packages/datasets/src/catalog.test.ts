import { describe, expect, it, vi } from 'vitest';
import { datasetCatalog } from './catalog';
import { inspectData } from './inspect/inspect-data';

const load = (name: string) => datasetCatalog.find((entry) => entry.name === name)!.load({ offline: true });

describe('datasetCatalog', () => {
  it.each([
    ['fashion-mnist', 10],
    ['movie-reviews', 2],
    ['iris', 3],
    ['auto-mpg', 0],
    ['sp500', 0],
  ])('loads %s from what is installed', async (name, classes) => {
    vi.stubEnv('KERAS_HOME', '/nowhere');
    const set = await load(name);
    vi.unstubAllEnvs();
    expect(set.source).not.toBe('');
    expect(set.train.count).toBeGreaterThan(100);
    expect(set.classNames ?? []).toHaveLength(classes);
    expect(inspectData(set).examples.train).toBe(set.train.count);
  });

  it('loads mnist, of which no test image is in the training part', async () => {
    const report = inspectData(await load('mnist'));
    expect(report).toMatchObject({
      examples: { train: 60000, test: 10000 },
      duplicates: { train: 0, test: 0 },
      leaked: 0,
    });
    expect(report.classes[1]).toEqual({ name: '1', train: 6742, test: 1135 });
    expect(report.values).toMatchObject({ least: 0, largest: 255 });
  });

  it('finds the flowers that are there twice', async () => {
    // Two Virginicas of Fisher's table are alike, as every description of it says.
    expect(inspectData(await load('iris')).duplicates.train).toBe(1);
  });

  it.each(['cifar10', 'imdb'])('says what to do where %s is not here', async (name) => {
    vi.stubEnv('KERAS_HOME', '/nowhere');
    await expect(load(name)).rejects.toMatchObject({ code: 'offline' });
    vi.unstubAllEnvs();
  });
});
