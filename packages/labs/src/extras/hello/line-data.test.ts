import { expect, it } from 'vitest';
import { lineData } from './line-data';

it("holds the course's pairs", () => {
  const { x, y, unseen } = lineData();
  expect(Array.from(x)).toEqual([-1, 0, 1, 2, 3, 4]);
  expect(Array.from(y)).toEqual([-2, 1, 4, 7, 10, 13]);
  expect(unseen).toBe(10);
});
