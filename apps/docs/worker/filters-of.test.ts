import { useBackend } from '@tenlab/core';
import { Conv2D, Dense, Flatten, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { filtersOf } from './filters-of';

beforeAll(async () => {
  await useBackend('cpu');
});

it('takes the filters of a convolution apart', async () => {
  const model = new Sequential([new Conv2D({ filters: 5, kernelSize: 3, inputShape: [8, 8, 2] })]);
  const kernel = (await model.trainableWeights[0]!.read().data()) as Float32Array;
  const tiles = await filtersOf(model);
  expect([tiles?.count, tiles?.width, tiles?.height]).toEqual([5, 3, 3]);
  // Row 1, column 2, first channel, filter 4 of a kernel [3, 3, 2, 5].
  expect(tiles?.data[4 * 9 + 1 * 3 + 2]).toBe(kernel[((1 * 3 + 2) * 2 + 0) * 5 + 4]);
});

it('sees a picture in the weights of a dense unit, where its inputs are the pixels of a square', async () => {
  const pictures = new Sequential([new Flatten({ inputShape: [28, 28, 1] }), new Dense({ units: 128 })]);
  expect(await filtersOf(pictures)).toMatchObject({ width: 28, height: 28, count: 32 });
  const numbers = new Sequential([new Dense({ units: 3, inputShape: [9] })]);
  expect(await filtersOf(numbers)).toBeUndefined();
});
