/** A convolution of images: x [batch, height, width, channels], filter [height, width, channels, filters]. */
export type ImageConvolution = [
  x: [number, number, number, number],
  filter: [number, number, number, number],
  strides: [number, number],
  pad: 'valid' | 'same',
  dilations: [number, number],
];

/** Shapes that meet every edge: 1, tails, more than three turns of each loop, uneven strides and dilations, nothing at all. */
export const imageConvolutions: ImageConvolution[] = [
  [[1, 1, 1, 1], [1, 1, 1, 1], [1, 1], 'valid', [1, 1]],
  [[2, 9, 8, 3], [3, 3, 3, 10], [1, 1], 'valid', [1, 1]],
  [[2, 9, 8, 16], [3, 2, 16, 10], [2, 2], 'same', [1, 1]],
  [[1, 12, 11, 40], [5, 5, 40, 17], [1, 1], 'same', [1, 1]],
  [[3, 7, 6, 33], [1, 1, 33, 9], [2, 2], 'valid', [1, 1]],
  [[2, 11, 10, 5], [3, 3, 5, 4], [1, 1], 'same', [2, 3]],
  [[1, 9, 13, 2], [1, 4, 2, 3], [2, 1], 'same', [1, 1]],
  [[2, 7, 40, 9], [3, 3, 9, 20], [2, 2], 'same', [1, 1]],
  [[1, 11, 9, 5], [2, 3, 5, 6], [3, 2], 'valid', [1, 1]],
  [[3, 4, 6, 520], [2, 2, 520, 5], [2, 2], 'same', [1, 1]],
  [[1, 9, 13, 2], [1, 5, 2, 3], [3, 2], 'same', [1, 1]],
  [[4, 6, 6, 1], [3, 3, 1, 32], [1, 1], 'valid', [1, 1]],
  [[2, 5, 5, 8], [5, 5, 8, 8], [1, 1], 'valid', [1, 1]],
  [[1, 4, 4, 300], [3, 3, 300, 7], [1, 1], 'same', [1, 1]],
  [[2, 10, 9, 24], [3, 3, 24, 40], [1, 1], 'same', [1, 1]],
  [[18, 7, 12, 8], [5, 5, 8, 16], [1, 1], 'same', [1, 1]],
  [[2, 6, 23, 1], [3, 3, 1, 8], [1, 1], 'valid', [1, 1]],
  [[1, 40, 60, 6], [2, 4, 6, 8], [1, 1], 'same', [2, 1]],
  [[0, 5, 5, 3], [3, 3, 3, 4], [1, 1], 'same', [1, 1]],
];
