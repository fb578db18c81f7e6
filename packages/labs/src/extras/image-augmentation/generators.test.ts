import { expect, it } from 'vitest';
import { generators } from './generators';

const x = { data: Float32Array.from({ length: 100 }, (_, at) => at % 250), shape: [1, 10, 10, 1] };

async function first(way: keyof typeof generators, seed: number): Promise<number[]> {
  for await (const [images] of generators[way].flow(x, [0], { batchSize: 1, seed })) return Array.from(images.data);
  return [];
}

it('gives pictures as they are, from 0 to 1', async () => {
  const expected = Array.from(x.data, (value) => Math.fround(value / 255));
  (await first('plain', 1)).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, 6);
  });
});

it('changes pictures by chance, the same by the same seed', async () => {
  const [one, other] = [await first('augmented', 1), await first('augmented', 2)];
  expect(one).not.toEqual(other);
  expect(await first('augmented', 1)).toEqual(one);
  expect(Math.max(...one)).toBeLessThanOrEqual(1);
});
