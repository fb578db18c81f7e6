import { describe, expect, test } from 'vitest';
import { type Margins, readMargins } from './margins';

describe('readMargins', () => {
  test.each([
    [
      2,
      2,
      [
        [2, 2],
        [2, 2],
      ],
    ],
    [
      [1, 2],
      2,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      [[1, 2], 3],
      2,
      [
        [1, 2],
        [3, 3],
      ],
    ],
    [[1, 2], 1, [[1, 2]]],
    [
      0,
      3,
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ] as [Margins, number, number[][]][])('reads %j for %d axes as %j', (value, axes, margins) => {
    expect(readMargins('p', 'padding', value, axes)).toEqual(margins);
  });

  test('refuses what is not a margin', () => {
    const read = (value: unknown, axes: number) => () =>
      readMargins("Cropping1D 'c'", 'cropping', value as Margins, axes);
    expect(read(-1, 1)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Cropping1D 'c': \`cropping\` must be an integer not below 0, or a pair of them. Received: -1. Pass [before, after].]`,
    );
    expect(read([1, 2, 3], 2)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Cropping1D 'c': \`cropping\` must be an integer not below 0, or a list of 2 of them or of pairs. Received: [1, 2, 3]. Pass [before, after] for each axis, or one number for all sides.]`,
    );
    expect(read([[1, 0.5], 1], 2)).toThrow(/`cropping`/);
    expect(read('1', 2)).toThrow(/`cropping`/);
  });
});
