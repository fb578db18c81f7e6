import { describe, expect, it } from 'vitest';
import { type Examples, inspectData } from './inspect-data';
import type { Row } from './row-index';

const of = (rows: readonly Row[], labels?: number[]): Examples => ({
  count: rows.length,
  at: (index) => rows[index]!,
  ...(labels && { labels }),
});
const byte = (...values: number[]) => Uint8Array.from(values);

describe('inspectData', () => {
  it('finds duplicates, contradictions and what leaks from training into the test', () => {
    const report = inspectData({
      train: of([byte(1, 2), byte(3, 4), byte(1, 2), byte(3, 4)], [0, 1, 0, 0]),
      test: of([byte(3, 4), byte(9, 9), byte(9, 9)], [1, 2, 2]),
      classNames: ['a', 'b', 'c'],
    });
    expect(report).toMatchObject({
      examples: { train: 4, test: 3 },
      duplicates: { train: 2, test: 1 },
      conflicting: 1,
      leaked: 1,
      imbalance: 3,
    });
    expect(report.classes).toEqual([
      { name: 'a', train: 3, test: 0 },
      { name: 'b', train: 1, test: 1 },
      { name: 'c', train: 0, test: 2 },
    ]);
  });

  it('measures values, passing over the unknown', () => {
    const { values, lengths, classes } = inspectData({
      train: of([Float64Array.of(1, Number.NaN), Float64Array.of(2, 6)]),
    });
    expect(values).toEqual({ least: 1, largest: 6, mean: 3, deviation: expect.closeTo(Math.sqrt(14 / 3)), unknown: 1 });
    expect([lengths, classes]).toEqual([null, []]);
  });

  it('measures texts', () => {
    const { values, lengths, duplicates } = inspectData({ train: of(['abc', 'a', 'abc', 'abcde']) });
    expect([values, lengths, duplicates.train]).toEqual([null, { least: 1, largest: 5, mean: 3 }, 1]);
  });
});
