import { expect, it } from 'vitest';
import { toChannels } from './to-channels';

const pixel = (...values: number[]) => ({
  data: Uint8Array.from(values),
  shape: [1, 1, values.length] as [number, number, number],
});

// The answers are Pillow's: Image.new(...).convert('L' | 'RGB' | 'RGBA').
it.each([
  [pixel(200, 100, 50), 'grayscale', [124]],
  [pixel(255, 0, 0, 7), 'grayscale', [76]],
  [pixel(90, 7), 'grayscale', [90]],
  [pixel(90), 'rgb', [90, 90, 90]],
  [pixel(1, 2, 3, 4), 'rgb', [1, 2, 3]],
  [pixel(1, 2, 3), 'rgba', [1, 2, 3, 255]],
  [pixel(90, 7), 'rgba', [90, 90, 90, 7]],
  [pixel(1, 2, 3), 'rgb', [1, 2, 3]],
] as const)('%j as %s', (image, mode, values) => {
  expect(toChannels(image, mode)).toEqual({ data: Uint8Array.from(values), shape: [1, 1, values.length] });
});
