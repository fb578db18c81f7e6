import type { ImageConvolution } from './convolutions';

/** Depthwise convolutions, filter [height, width, channels, multiplier]: channels by sixteens and fours, tails, 1xN filters. */
export const depthwiseConvolutions: ImageConvolution[] = [
  [[1, 1, 1, 1], [1, 1, 1, 1], [1, 1], 'valid', [1, 1]],
  [[2, 7, 6, 3], [3, 3, 3, 1], [1, 1], 'same', [1, 1]],
  [[1, 9, 8, 53], [3, 3, 53, 1], [2, 2], 'same', [1, 1]],
  [[2, 6, 7, 16], [2, 3, 16, 1], [1, 2], 'valid', [1, 1]],
  [[1, 9, 13, 4], [1, 5, 4, 1], [2, 2], 'same', [1, 1]],
  [[1, 13, 9, 4], [4, 1, 4, 1], [2, 2], 'same', [1, 1]],
  [[1, 9, 8, 5], [3, 3, 5, 1], [1, 1], 'same', [2, 2]],
  [[1, 11, 8, 6], [3, 2, 6, 1], [1, 1], 'valid', [3, 2]],
  [[2, 5, 6, 3], [3, 3, 3, 2], [1, 1], 'same', [1, 1]],
  [[1, 8, 7, 5], [3, 2, 5, 3], [3, 2], 'valid', [1, 1]],
  [[1, 9, 9, 2], [2, 2, 2, 5], [1, 1], 'same', [2, 3]],
  [[0, 5, 5, 3], [3, 3, 3, 1], [1, 1], 'same', [1, 1]],
];
