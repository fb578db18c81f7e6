import { expect, it } from 'vitest';
import { loadClothes } from './clothes-data';

it('loads clothes from 0 to 1, as many as asked for', async () => {
  const { counts, x, labels, classNames } = await loadClothes({ offline: true }, 50);
  expect(counts).toEqual({ train: 50, test: 50 });
  expect(x.train.shape).toEqual([50, 28, 28, 1]);
  expect(x.train.data.reduce((most, value) => Math.max(most, value), 0)).toBe(1);
  expect(labels.test.length).toBe(50);
  expect(classNames[9]).toBe('Ankle boot');
});
