import { expect, it } from 'vitest';
import { iris } from './iris';

it('loads the flowers from the samples', async () => {
  const { x, y, classNames, source, table, licence } = await iris({ offline: true });
  expect(source).toMatch(/^npm @tenlab\/sample-data/);
  expect([x.shape, y.shape, licence]).toEqual([[150, 4], [150], 'MIT']);
  // First and last flower, and the means that Fisher's table gives: 5.84, 3.06, 3.76, 1.20.
  expect([...x.data.subarray(0, 4)]).toEqual([5.1, 3.5, 1.4, 0.2].map(Math.fround));
  expect(table.rows().at(-1)).toEqual({
    sepal_length: 5.9,
    sepal_width: 3,
    petal_length: 5.1,
    petal_width: 1.8,
    species: 'virginica',
  });
  const means = [0, 1, 2, 3].map((at) => x.data.filter((_, index) => index % 4 === at).reduce((a, b) => a + b) / 150);
  for (const [at, mean] of [5.84, 3.06, 3.76, 1.2].entries()) expect(Math.abs(means[at]! - mean)).toBeLessThan(0.005);
  for (const label of [0, 1, 2]) expect(y.data.filter((value) => value === label)).toHaveLength(50);
  expect(classNames[y.data[149]!]).toBe('virginica');
});

it('refuses an unknown option', async () => {
  // @ts-expect-error: an option that does not exist
  await expect(iris({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
});
