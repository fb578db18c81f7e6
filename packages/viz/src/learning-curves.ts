import { TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface LearningCurvesOptions {
  /** Which metrics to draw, one panel each; all that the history holds when left out. */
  metrics?: string[];
  /** Panels side by side (`row`) or one below the other (`column`, for a narrow page). */
  layout?: 'row' | 'column';
  /** What the two lines, the horizontal axis and the metrics are called. */
  words?: { training?: string; validation?: string; epoch?: string; metrics?: Record<string, string> };
}

/** What `fit` returns, or its `history` field alone. */
export type HistoryLike =
  | { history: Readonly<Record<string, readonly number[]>> }
  | Readonly<Record<string, readonly number[]>>;

type Point = { epoch: number; value: number; series: string };

/**
 * Draws what each metric did over the epochs, training and validation in one panel per metric.
 *
 * The distance between the two lines is what a learner reads here: it opens where a model begins to overfit.
 *
 * @example
 * const spec = learningCurves({ loss: [0.15, 0.05], val_loss: [0.06, 0.04] });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when the history is empty or holds none of `metrics`.
 */
export function learningCurves(history: HistoryLike, options: LearningCurvesOptions = {}): TopLevelSpec {
  const { layout = 'row', words = {} } = options;
  const series = seriesOf(history);
  const known = Object.keys(series).filter((name) => !name.startsWith('val_') && (series[name]?.length ?? 0) > 0);
  const metrics = options.metrics ?? known;
  const missing = metrics.find((name) => !known.includes(name));
  if (metrics.length === 0 || missing !== undefined) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'learningCurves',
      expected: missing === undefined ? 'a history of at least one epoch' : 'each of `metrics` must be in the history',
      received: missing ?? Object.keys(series),
      remedy: missing === undefined ? 'Pass what `model.fit` returned.' : `Choose from: ${known.join(', ')}.`,
    });
  }
  const panels = metrics.map((metric) => panel(metric, series, words));
  const shared = {
    config: chartConfig,
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    bounds: 'flush',
    spacing: layout === 'row' ? 64 : 84,
  };
  return (layout === 'row' ? { ...shared, hconcat: panels } : { ...shared, vconcat: panels }) as TopLevelSpec;
}

function seriesOf(history: HistoryLike): Readonly<Record<string, readonly number[]>> {
  const inner = (history as { history?: unknown }).history;
  if (inner !== undefined && !Array.isArray(inner)) return inner as Readonly<Record<string, readonly number[]>>;
  return history as Readonly<Record<string, readonly number[]>>;
}

function panel(
  metric: string,
  series: Readonly<Record<string, readonly number[]>>,
  words: NonNullable<LearningCurvesOptions['words']>,
) {
  const training = words.training ?? 'training';
  const validation = words.validation ?? 'validation';
  const points = [...pointsOf(series[metric] ?? [], training), ...pointsOf(series[`val_${metric}`] ?? [], validation)];
  const present = [training, validation].filter((name) => points.some((point) => point.series === name));
  const domain = present.length === 0 ? [training] : present;
  const epochs = Math.max(...points.map((point) => point.epoch));
  const few = epochs <= 30;
  return {
    title: words.metrics?.[metric] ?? metric,
    width: 300,
    height: 210,
    data: { values: points },
    mark: { type: 'line', strokeWidth: 2.25, ...(few ? { point: { size: 46, filled: true } } : {}) },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        scale: { domain: [1, Math.max(epochs, 2)], nice: false, padding: 8 },
        axis: {
          title: words.epoch ?? 'epoch',
          grid: false,
          // The format 'd' brings a least step along, with which Vega would thin out the values given.
          ...(epochs <= 12
            ? { values: Array.from({ length: Math.max(epochs, 1) }, (_, index) => index + 1), labelExpr: 'datum.value' }
            : { format: ',d', tickMinStep: 1 }),
        },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { zero: false, nice: true },
        axis: { title: null, tickCount: 6 },
      },
      color: {
        field: 'series',
        type: 'nominal',
        sort: null,
        scale: { domain, range: [theme.light.blue, theme.light.orange] },
      },
      strokeDash: {
        field: 'series',
        type: 'nominal',
        sort: null,
        scale: {
          domain,
          range: [
            [1, 0],
            [6, 3],
          ],
        },
      },
      ...(few
        ? {
            shape: {
              field: 'series',
              type: 'nominal',
              sort: null,
              scale: { domain, range: ['circle', 'diamond'] },
            },
          }
        : {}),
    },
  };
}

function pointsOf(values: readonly number[], series: string): Point[] {
  return values.flatMap((value, index) => (Number.isFinite(value) ? [{ epoch: index + 1, value, series }] : []));
}
