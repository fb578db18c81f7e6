import { TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface ScatterPlotOptions {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** The group of each point, by name: at most three, told apart by colour and mark. */
  groups?: readonly string[];
  /** What the axes are called. */
  words?: { x?: string; y?: string };
  /** Draws the line on which `x` and `y` are the same, and gives both axes one scale: for true against predicted values. */
  diagonal?: boolean;
  title?: string;
}

/**
 * Draws a point for each pair of numbers.
 *
 * With `diagonal` it shows how far predictions are off: a point above the line was predicted too high, if `y` is the prediction.
 *
 * @example
 * const spec = scatterPlot({ x: [18, 24], y: [17.1, 25.3], diagonal: true, words: { x: 'true', y: 'predicted' } });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when the lengths differ, there are no points, or there are more than three groups.
 */
export function scatterPlot(options: ScatterPlotOptions): TopLevelSpec {
  const { x, y, groups, words = {}, diagonal = false, title } = options;
  const names = [...new Set(groups ?? [])];
  check(options, names);
  const values = Array.from(x, (value, index) => ({ x: value, y: y[index]!, group: groups?.[index] ?? '' }));
  const all = values.flatMap((point) => [point.x, point.y]);
  const ends = [Math.min(...all), Math.max(...all)];
  const scale = diagonal ? { domain: ends, nice: true } : { zero: false, nice: true };
  const axis = (name: string | undefined) => ({ title: name ?? null, tickCount: 6 });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    width: 340,
    height: diagonal ? 340 : 250,
    layer: [
      ...(diagonal
        ? [
            {
              data: { values: ends.map((end) => ({ x: end, y: end })) },
              mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.5, color: theme.light.muted },
              encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
            },
          ]
        : []),
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 46, opacity: 0.85 },
        encoding: {
          x: { field: 'x', type: 'quantitative', scale, axis: axis(words.x) },
          y: { field: 'y', type: 'quantitative', scale, axis: axis(words.y) },
          ...(names.length === 0 ? { color: { value: theme.light.blue } } : groupEncoding(names)),
        },
      },
    ],
  } as TopLevelSpec;
}

/** Groups by colour and by mark, for nothing is said by colour alone. */
export function groupEncoding(names: readonly string[]): object {
  const { blue, orange, green } = theme.light;
  const field = { field: 'group', type: 'nominal', sort: null };
  return {
    color: { ...field, scale: { domain: names, range: [blue, orange, green].slice(0, names.length) } },
    shape: {
      ...field,
      scale: { domain: names, range: ['circle', 'triangle-up', 'square'].slice(0, names.length) },
    },
  };
}

function check({ x, y, groups }: ScatterPlotOptions, names: readonly string[]): void {
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place: 'scatterPlot', expected, received, remedy });
  };
  if (x.length === 0 || x.length !== y.length)
    complain('`x` and `y` must be of one length, at least 1', [x.length, y.length], 'Pass a `y` for each `x`.');
  if (groups !== undefined && groups.length !== x.length)
    complain(`\`groups\` must hold ${x.length} names`, groups.length, 'Pass one for each point.');
  if (names.length > 3) complain('at most three groups', names, 'Join some, or draw several charts.');
}
