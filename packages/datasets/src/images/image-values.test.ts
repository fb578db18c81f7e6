import { expect, it } from 'vitest';
import { channelsOf } from './image-values';

it('counts the values of a pixel', () => {
  expect(channelsOf).toEqual({ grayscale: 1, rgb: 3, rgba: 4 });
});
