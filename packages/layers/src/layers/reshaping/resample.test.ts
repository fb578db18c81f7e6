import { describe, expect, test } from 'vitest';
import { resampleMatrix, tableCentre } from './resample';

describe('resampleMatrix', () => {
  test('takes the weighted mean of the two nearest, and the edge as it is', () => {
    expect([...resampleMatrix('bilinear', 2, 4)]).toEqual([1, 0, 0.75, 0.25, 0.25, 0.75, 0, 1]);
  });

  test.each(['bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const)('has rows that add up to 1: %s', (name) => {
    const matrix = resampleMatrix(name, 5, 15);
    for (let row = 0; row < 15; row++) {
      const sum = matrix.slice(row * 5, row * 5 + 5).reduce((total, weight) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  });

  test.each(['bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const)('leaves a size as it is: %s', (name) => {
    const matrix = resampleMatrix(name, 4, 4);
    for (const [i, weight] of matrix.entries()) expect(weight).toBeCloseTo(i % 5 === 0 ? 1 : 0, 6);
  });
});

test('tableCentre stays at a pixel and goes to the nearest of 1024 places between two', () => {
  expect(tableCentre(3)).toBe(3);
  expect(tableCentre(-0.25)).toBe(-0.25);
  expect(tableCentre(2 + 1 / 3)).toBe(2 + 341 / 1024);
});
