import { expect, it } from 'vitest';
import { contourSegments } from './contour-segments';

it('finds a circle, as long as a circle is', () => {
  const x = Array.from({ length: 101 }, (_, index) => (index - 50) / 25);
  const values = x.flatMap((b) => x.map((a) => a * a + b * b));
  const segments = contourSegments({ x, y: x, values }, 1);
  const length = segments.reduce((sum, [a, b, c, d]) => sum + Math.hypot(c - a, d - b), 0);
  expect(length).toBeCloseTo(2 * Math.PI, 2);
  for (const [a, b] of segments) expect(Math.hypot(a, b)).toBeCloseTo(1, 2);
});

it('draws two pieces through a saddle', () => {
  expect(contourSegments({ x: [0, 1], y: [0, 1], values: [0, 1, 1, 0] }, 0.5)).toHaveLength(2);
});

it('finds nothing where the level is never crossed', () => {
  expect(contourSegments({ x: [0, 1], y: [0, 1], values: [0, 0, 0, 0.4] }, 0.5)).toEqual([]);
});
