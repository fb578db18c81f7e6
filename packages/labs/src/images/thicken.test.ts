import { expect, it } from 'vitest';
import { thicken } from './thicken';

const line = (width: number) => {
  const image = { width, height: 50, data: new Float32Array(width * 50).fill(1) };
  return image;
};

it('widens a hair line to about the width asked for', () => {
  const { width, height, data } = thicken(line(1), 7);
  const middle = Array.from(data.subarray(Math.floor(height / 2) * width, (Math.floor(height / 2) + 1) * width));
  expect(middle.filter((value) => value === 1)).toHaveLength(7);
});

it('leaves strokes as they are that are wide enough', () => {
  const image = line(9);
  expect(thicken(image, 7)).toBe(image);
});

it('leaves a picture without ink alone', () => {
  const image = { width: 4, height: 4, data: new Float32Array(16) };
  expect(thicken(image, 7)).toBe(image);
});
