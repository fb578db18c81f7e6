import { describe, expect, it } from 'vitest';
import { elementCount } from './element-count';

describe('elementCount', () => {
  it.each([
    [[], 1],
    [[3], 3],
    [[3, 4, 5], 60],
    [[0, 2 ** 40, 2 ** 40], 0],
    [[2 ** 26, 2 ** 26], 2 ** 52],
  ])('%j has %d elements', (shape, count) => {
    expect(elementCount(shape)).toBe(count);
  });

  it.each([[[2 ** 62, 4]], [[2 ** 32, 2 ** 32]], [[-1]], [[1.5]], [['3']], [[null]]])('%j is no shape', (shape) => {
    expect(elementCount(shape)).toBeUndefined();
  });
});
