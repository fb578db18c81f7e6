import { expect, it } from 'vitest';
import { loadFewPictures } from './few-pictures';

it('takes few to learn from, others to watch, others to test on', async () => {
  const { train, validation, test, counts, classNames } = await loadFewPictures({ offline: true });
  expect([train.x.length, validation.x.length, test.x.length]).toEqual([640, 1000, 2000]);
  expect(counts).toEqual({ train: 640, test: 2000 });
  expect(new Set(train.y.data).size).toBe(classNames.length);
  expect(train.x.data.subarray(0, 784)).not.toEqual(validation.x.data.subarray(0, 784));
});

it('takes fewer when asked to', async () => {
  const { train, validation, test } = await loadFewPictures({ offline: true }, 64);
  expect([train.y.length, validation.y.length, test.y.length]).toEqual([64, 64, 64]);
});
