import { expect, it } from 'vitest';
import { toMnistDigit } from '../../images/mnist-digit';
import { drawSeven } from './draw-seven';

it('is dark on light, and has ink at the top and none at the lower right', () => {
  const { pixels, polarity } = toMnistDigit(drawSeven());
  expect(polarity).toContain('dark');
  const ink = (rows: number[], columns: number[]) =>
    rows.flatMap((row) => columns.map((column) => pixels[28 * row + column]!)).reduce((sum, value) => sum + value, 0);
  expect(ink([8, 9, 10], [10, 14, 18])).toBeGreaterThan(1);
  expect(ink([20, 22, 24], [22, 24])).toBe(0);
});
