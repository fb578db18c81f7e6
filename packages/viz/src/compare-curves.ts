import { TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface CompareCurvesOptions {
  /** What each run did over the epochs, by the run's name; at most four. */
  runs: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** The metric drawn; of each run, the validation's too where it has one. */
  metric: string;
  title?: string;
  /** What the two kinds of lines and the horizontal axis are called. */
  words?: { training?: string; validation?: string; epoch?: string };
}

/**
 * Draws one metric of several runs in one panel: a colour for each run, training dashed, validation solid.
 *
 * @example
 * const spec = compareCurves({ metric: 'loss', runs: { small: { loss: [0.6, 0.5] }, big: { loss: [0.5, 0.2] } } });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when there is no run, there are more than four, or one lacks the metric.
 */
export function compareCurves({ runs, metric, title, words = {} }: CompareCurvesOptions): TopLevelSpec {
  const names = Object.keys(runs);
  check(runs, metric, names);
  const { training = 'training', validation = 'validation', epoch = 'epoch' } = words;
  const points = (run: string, values: readonly number[] = [], part = '') =>
    values.map((value, index) => ({ epoch: index + 1, value, run, part }));
  const values = names.flatMap((run) => [
    ...points(run, runs[run]![metric], training),
    ...points(run, runs[run]![`val_${metric}`], validation),
  ]);
  const longest = Math.max(...values.map((point) => point.epoch));
  const { blue, orange, green, muted } = theme.light;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    width: 460,
    height: 240,
    data: { values },
    // A single epoch makes no line: then there are points.
    mark: { type: 'line', strokeWidth: 2.25, point: longest === 1 },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        scale: { domain: [1, Math.max(longest, 2)], nice: false, padding: 8 },
        axis: { title: epoch, grid: false, format: ',d', tickMinStep: 1 },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { zero: false, nice: true },
        axis: { title: null, tickCount: 6 },
      },
      color: {
        field: 'run',
        type: 'nominal',
        sort: null,
        legend: dash,
        scale: { domain: names, range: [blue, orange, green, muted].slice(0, names.length) },
      },
      strokeDash: {
        field: 'part',
        type: 'nominal',
        sort: null,
        legend: dash,
        scale: {
          domain: [validation, training],
          range: [
            [1, 0],
            [5, 4],
          ],
        },
      },
    },
  } as TopLevelSpec;
}

/** A sign in the legend long enough to show whether its line is dashed. */
const dash = { symbolType: 'stroke', symbolSize: 300, symbolStrokeWidth: 2 };

function check(runs: CompareCurvesOptions['runs'], metric: string, names: readonly string[]): void {
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place: 'compareCurves', expected, received, remedy });
  };
  if (names.length === 0 || names.length > 4)
    complain('one to four `runs`', names, 'Draw several charts for more of them.');
  const lacking = names.find((name) => !runs[name]![metric]?.length);
  if (lacking !== undefined)
    complain(`'${metric}' in every run`, { [lacking]: Object.keys(runs[lacking]!) }, 'Choose a metric that all have.');
}
