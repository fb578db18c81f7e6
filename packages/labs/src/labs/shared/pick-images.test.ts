import { expect, it } from 'vitest';
import { pickImages } from './pick-images';

it('takes the images with these numbers, in this order', () => {
  const images = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [3, 1, 2, 1] };
  expect(pickImages(images, [2, 0])).toEqual({ data: Uint8Array.of(5, 6, 1, 2), shape: [2, 1, 2, 1] });
});
