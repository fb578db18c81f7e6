import { describe, expect, it } from 'vitest';
import { histogramSummary, imageSummary, scalarSummary, textSummary } from './summaries';

describe('summaries', () => {
  it('a histogram counts each value once, the greatest in the last bucket', () => {
    const { tensor } = histogramSummary('h', [0, 0.1, 0.5, 1, Number.NaN], 2);
    expect(tensor).toEqual({ dtype: 'float64', shape: [2, 3], data: Float64Array.of(0, 0.5, 2, 0.5, 1, 2) });
  });

  it('a histogram of equal values is one bucket, and of none is empty', () => {
    expect(histogramSummary('h', [3, 3]).tensor?.data).toEqual(Float64Array.of(2.5, 3.5, 2));
    expect(histogramSummary('h', []).tensor).toMatchObject({ shape: [0, 3] });
  });

  it('of many values has 30 buckets that join and hold all', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 7);
    const rows = histogramSummary('h', values).tensor!.data as Float64Array;
    let count = 0;
    for (let bucket = 0; bucket < 30; bucket++) {
      const [left, right, inside] = rows.subarray(3 * bucket) as unknown as [number, number, number];
      if (bucket > 0) expect(left).toBeCloseTo(rows[3 * bucket - 2]!, 12);
      expect(right).toBeGreaterThan(left);
      count += inside;
    }
    expect(count).toBe(1000);
    expect(rows[88]).toBe(values.reduce((a, b) => Math.max(a, b)));
  });

  it('say which plugin shows them', () => {
    const plugins = [scalarSummary('a', 1), textSummary('b', '# x'), imageSummary('c', 2, 1, [Uint8Array.of(1)])];
    expect(plugins.map(({ metadata }) => metadata)).toEqual([
      { plugin: 'scalars', dataClass: 1 },
      { plugin: 'text', dataClass: 2 },
      { plugin: 'images', dataClass: 3 },
    ]);
    expect(plugins[2]?.tensor?.shape).toEqual([3]);
  });
});
