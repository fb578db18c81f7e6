import { TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface HistogramOptions {
  values: ArrayLike<number>;
  /** About how many bars; 20 when left out. */
  bins?: number;
  /** What the axes are called. */
  words?: { value?: string; count?: string };
  title?: string;
}

/**
 * Draws how often values of each size occur: for a model's errors, whether they gather around 0 and how far they reach.
 *
 * @example
 * const spec = histogram({ values: [-1.2, 0.1, 0.3, 2.4], words: { value: 'error', count: 'cars' } });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when there is no value, or one is no finite number.
 */
export function histogram({ values, bins = 20, words = {}, title }: HistogramOptions): TopLevelSpec {
  const wrong = Array.from(values).find((value) => !Number.isFinite(value));
  if (values.length === 0 || wrong !== undefined) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'histogram',
      expected: '`values` must be finite numbers, at least one',
      received: wrong ?? Array.from(values),
      remedy: 'Leave out what is unknown.',
    });
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    width: 340,
    height: 220,
    data: { values: Array.from(values, (value) => ({ value })) },
    mark: { type: 'bar', color: theme.light.blue, cornerRadiusEnd: 2 },
    encoding: {
      x: {
        field: 'value',
        bin: { maxbins: bins },
        type: 'quantitative',
        axis: { title: words.value ?? null, grid: false, tickCount: 10 },
      },
      y: {
        aggregate: 'count',
        type: 'quantitative',
        axis: { title: words.count ?? null, tickMinStep: 1, tickCount: 6 },
      },
    },
  } as TopLevelSpec;
}
