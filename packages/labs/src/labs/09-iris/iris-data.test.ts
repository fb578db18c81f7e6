import { iris } from '@tenlab/datasets';
import { expect, it } from 'vitest';
import { loadIris } from './iris-data';

const row = ({ data }: { data: Float32Array }, at: number) => Array.from(data.subarray(4 * at, 4 * at + 4)).join();

it('splits into 120 and 30 flowers, each once, lengths and species together', async () => {
  const whole = await iris({ offline: true });
  const { train, test, counts } = await loadIris({ offline: true });
  expect(counts).toEqual({ train: 120, test: 30 });
  const all = (x: { data: Float32Array }, y: ArrayLike<number>) =>
    Array.from(y, (species, at) => `${row(x, at)}: ${species}`);
  const split = [...all(train.x, train.y), ...all(test.x, test.y)];
  expect(split.sort()).toEqual(all(whole.x, whole.y.data).sort());
});

it('has all species in both parts', async () => {
  const { train, test } = await loadIris({ offline: true });
  for (const { y } of [train, test]) expect(new Set(y).size).toBe(3);
});

it('takes fewer when asked to', async () => {
  expect((await loadIris({ offline: true }, 16)).counts).toEqual({ train: 16, test: 16 });
});
