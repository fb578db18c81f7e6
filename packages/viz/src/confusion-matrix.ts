import { inWords, TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface ConfusionMatrixOptions {
  /** The true class of each example, as its index. */
  labels: ArrayLike<number>;
  /** The predicted class of each example, as its index. */
  predictions: ArrayLike<number>;
  /** The classes' names, in the order of their indices. */
  classNames: readonly string[];
  title?: string;
  /** What the two axes are called. */
  words?: { actual?: string; predicted?: string };
}

/**
 * Counts how often class `i` was taken for class `j`: `counts[i][j]`.
 *
 * @example
 * confusionCounts({ labels: [0, 0, 1], predictions: [0, 1, 1], classNames: ['no', 'yes'] }); // [[1, 1], [0, 1]]
 *
 * @throws TenlabError when the lengths differ or a class is out of range.
 */
export function confusionCounts(
  options: Pick<ConfusionMatrixOptions, 'labels' | 'predictions' | 'classNames'>,
): number[][] {
  const { labels, predictions, classNames } = options;
  if (labels.length !== predictions.length) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'confusionMatrix',
      expected: '`labels` and `predictions` must be of one length',
      received: inWords(`${labels.length} and ${predictions.length}`),
      remedy: 'Pass one prediction for each label, in the same order.',
    });
  }
  const counts = classNames.map(() => new Array<number>(classNames.length).fill(0));
  for (let index = 0; index < labels.length; index++) {
    const row = counts[classAt(labels, index, classNames.length, 'labels')]!;
    const column = classAt(predictions, index, classNames.length, 'predictions');
    row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

/**
 * Draws a confusion matrix: a row for each true class, a column for each predicted one.
 *
 * The numbers are counts; the colour grows with the share of the row (its cube root, so that rare mistakes show),
 * blue on the diagonal where the model is right, orange elsewhere. Compare shares, not counts, between rows.
 *
 * @example
 * const spec = confusionMatrix({ labels: [0, 0, 1], predictions: [0, 1, 1], classNames: ['no', 'yes'] });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError as `confusionCounts` does.
 */
export function confusionMatrix(options: ConfusionMatrixOptions): TopLevelSpec {
  const { classNames, title, words = {} } = options;
  const counts = confusionCounts(options);
  const cells = counts.flatMap((row, actual) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, predicted) => ({
      actual: classNames[actual],
      predicted: classNames[predicted],
      count,
      // Cube root: off the diagonal shares are of the order of a hundredth or less, and ought to be seen.
      shade: total === 0 ? 0 : Math.cbrt(count / total),
      right: actual === predicted,
    }));
  });
  const step = classNames.length > 20 ? 24 : 38;
  const axis = { sort: [...classNames], scale: { paddingInner: 0.06 } };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    data: { values: cells },
    width: { step },
    height: { step },
    encoding: {
      x: {
        field: 'predicted',
        type: 'nominal',
        ...axis,
        axis: {
          title: words.predicted ?? 'predicted',
          orient: 'top',
          labelAngle: longest(classNames) > 3 ? -40 : 0,
          domain: false,
          ticks: false,
        },
      },
      y: {
        field: 'actual',
        type: 'nominal',
        ...axis,
        axis: { title: words.actual ?? 'actual', domain: false, ticks: false },
      },
    },
    layer: [
      { mark: { type: 'rect', cornerRadius: 3, color: theme.light.grid, opacity: 0.45 } },
      {
        mark: { type: 'rect', cornerRadius: 3 },
        encoding: {
          color: { condition: { test: 'datum.right', value: theme.light.blue }, value: theme.light.orange },
          opacity: { field: 'shade', type: 'quantitative', scale: { domain: [0, 1], range: [0, 1] }, legend: null },
        },
      },
      {
        transform: [{ filter: 'datum.count > 0' }],
        mark: { type: 'text', fontSize: classNames.length > 20 ? 9 : 12 },
        encoding: {
          text: { field: 'count', type: 'quantitative' },
          color: { condition: { test: 'datum.shade > 0.7', value: theme.light.onColor }, value: theme.light.ink },
        },
      },
    ],
  } as TopLevelSpec;
}

function classAt(values: ArrayLike<number>, index: number, classes: number, name: string): number {
  const value = values[index]!;
  if (Number.isInteger(value) && value >= 0 && value < classes) return value;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'confusionMatrix',
    expected: `\`${name}\` must be classes from 0 to ${classes - 1}`,
    received: inWords(`${value} at position ${index}`),
    remedy: 'Pass the class index of each example, and a name for every class.',
  });
}

function longest(names: readonly string[]): number {
  return names.reduce((length, name) => Math.max(length, name.length), 0);
}
