import { inWords, TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import type { Segment } from './contour-segments';
import { chartConfig, theme } from './theme';

/** One line: a `y` for each `x`, joined in this order. Dates as `2020-01-31`; 1, 2, 3, … where `x` is left out. */
export interface ChartLine {
  x?: readonly number[] | readonly string[];
  y: ArrayLike<number>;
}

export interface LineChartOptions {
  /** At most five lines, by name. */
  lines: Readonly<Record<string, ChartLine>>;
  /** What the axes are called. */
  words?: { x?: string; y?: string };
  /** Draw `y` by its powers of ten. Default false. */
  logarithmic?: boolean;
  /** Points that the lines are about, drawn as marks: those that a function was fitted to, or a goal. */
  points?: { x: ArrayLike<number>; y: ArrayLike<number> };
  /** Thin grey pieces behind the lines, such as contours of the ground that they cross. */
  ground?: readonly Segment[];
  title?: string;
}

/**
 * Draws lines over one axis, told apart by colour and dash: functions, prices, losses of several runs.
 *
 * @example
 * const x = [-2, -1, 0, 1, 2];
 * const spec = lineChart({ lines: { relu: { x, y: [0, 0, 0, 1, 2] }, linear: { x, y: x } }, words: { x: 'z' } });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when there is no line, there are more than five, or one has not as many `x` as `y`.
 */
export function lineChart(options: LineChartOptions): TopLevelSpec {
  const { lines, words = {}, logarithmic = false, points, ground = [], title } = options;
  const names = Object.keys(lines);
  check(lines, names);
  const dates = names.some((name) => typeof lines[name]!.x?.[0] === 'string');
  const values = names.flatMap((name) => {
    const { x, y } = lines[name]!;
    // A gap where there is no number, and no 0 or less where there are only powers.
    return Array.from(y, (value, index) => ({ x: x?.[index] ?? index + 1, y: value, line: name, at: index })).filter(
      (point) => Number.isFinite(point.y) && (!logarithmic || point.y > 0),
    );
  });
  const { blue, orange, green, purple, muted } = theme.light;
  const type = dates ? 'temporal' : 'quantitative';
  const axes = {
    x: {
      field: 'x',
      type,
      ...(dates ? {} : { scale: { zero: false, nice: false } }),
      axis: {
        title: words.x ?? null,
        grid: false,
        tickCount: 6,
        ...(dates ? { format: dateFormat(values.map(({ x }) => String(x))) } : {}),
      },
    },
    y: {
      field: 'y',
      type: 'quantitative',
      scale: { zero: false, nice: true, ...(logarithmic ? { type: 'log' } : {}) },
      axis: { title: words.y ?? null, tickCount: 6 },
    },
  };
  const named = { field: 'line', type: 'nominal', sort: null };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    width: 340,
    height: 240,
    layer: [
      ...(ground.length === 0
        ? []
        : [
            {
              data: { values: ground.map(([x, y, x2, y2]) => ({ x, y, x2, y2 })) },
              mark: { type: 'rule', strokeWidth: 1, color: theme.light.grid },
              encoding: { ...axes, x2: { field: 'x2' }, y2: { field: 'y2' } },
            },
          ]),
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          ...axes,
          order: { field: 'at' },
          ...(names.length === 1
            ? { color: { value: blue } }
            : {
                color: {
                  ...named,
                  legend: { symbolType: 'stroke', symbolSize: 300, symbolStrokeWidth: 2 },
                  scale: { domain: names, range: [blue, orange, green, purple, muted].slice(0, names.length) },
                },
                strokeDash: {
                  ...named,
                  scale: { domain: names, range: dashes.slice(0, names.length) },
                },
              }),
        },
      },
      ...(points === undefined
        ? []
        : [
            {
              data: { values: Array.from(points.x, (x, index) => ({ x, y: points.y[index] })) },
              mark: { type: 'point', filled: true, size: 60, color: theme.light.ink },
              encoding: axes,
            },
          ]),
    ],
  } as TopLevelSpec;
}

/** Months over years, days over months. */
function dateFormat(dates: readonly string[]): string {
  const times = dates.map((date) => Date.parse(date));
  const days = (times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))) / 86_400_000;
  return days > 150 ? '%Y-%m' : '%m-%d';
}

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [9, 3, 2, 3],
  [12, 4],
];

function check(lines: LineChartOptions['lines'], names: readonly string[]): void {
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place: 'lineChart', expected, received, remedy });
  };
  if (names.length === 0 || names.length > 5)
    complain('one to five `lines`', names, 'Draw several charts for more of them.');
  const wrong = names.find((name) => {
    const { x, y } = lines[name]!;
    return y.length === 0 || (x !== undefined && x.length !== y.length);
  });
  if (wrong === undefined) return;
  const { x, y } = lines[wrong]!;
  const counts = inWords(`${x?.length ?? 'no'} x and ${y.length} y in '${wrong}'`);
  complain('an `x` for each `y` of a line, or no `x` at all', counts, 'Pass both of one length, at least 1.');
}
