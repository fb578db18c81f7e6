import { expect, it } from 'vitest';
import { loadDigits } from './digits';

it('loads all digits, the first one a 5, normalised', async () => {
  const { counts, labels, x, images, classNames } = await loadDigits({ offline: true });
  expect(counts).toEqual({ train: 60_000, test: 10_000 });
  expect([labels.train.data[0], labels.test.data[1], classNames.length]).toEqual([5, 2, 10]);
  expect(x.train.shape).toEqual([60_000, 28, 28, 1]);
  const at = images.train.data.findIndex((value) => value > 100);
  expect(x.train.data[at]).toBe(Math.fround(images.train.data[at]! / 255));
});

it('takes the first so many of each, and no more than there are', async () => {
  const { counts, x, labels } = await loadDigits({ offline: true }, 12_000);
  expect(counts).toEqual({ train: 12_000, test: 10_000 });
  expect([x.train.data.length, labels.test.length]).toEqual([12_000 * 784, 10_000]);
});
