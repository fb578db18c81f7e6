import { TenlabError } from '@tenlab/core';
import { encode } from 'fast-png';
import type { TopLevelSpec } from 'vega-lite';
import { base64 } from './base64';
import { contourSegments } from './contour-segments';
import { chartConfig, theme } from './theme';

export interface DecisionBoundaryOptions {
  /** Where the model was asked, from the least to the greatest: columns and rows of a grid, evenly spaced. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** What it said there: the probability of the second class, row by row from the least `y`. */
  probabilities: ArrayLike<number>;
  /** Examples to draw above it, with their classes 0 and 1. */
  points?: { x: ArrayLike<number>; y: ArrayLike<number>; labels: ArrayLike<number> };
  classNames?: readonly [string, string];
  title?: string;
}

/**
 * Draws which class a model of two inputs gives each place: a colour for each class, the paler the less sure, and the line where
 * both are as likely.
 *
 * @example
 * const spec = decisionBoundary({ x: [0, 1], y: [0, 1], probabilities: [0, 1, 0, 1] }); // the line stands at x = 0.5
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when there is not one probability for each place, or one is not between 0 and 1.
 */
export function decisionBoundary(options: DecisionBoundaryOptions): TopLevelSpec {
  const { x, y, probabilities, points, classNames = ['0', '1'], title } = options;
  check(options);
  const [left, right, bottom, top] = [x[0]!, x[x.length - 1]!, y[0]!, y[y.length - 1]!];
  const boundary = contourSegments({ x, y, values: probabilities }, 0.5).map(([ax, ay, bx, by]) => ({
    ax,
    ay,
    bx,
    by,
  }));
  const across = { type: 'quantitative', scale: { domain: [left, right], nice: false }, axis: quiet };
  const up = { type: 'quantitative', scale: { domain: [bottom, top], nice: false }, axis: quiet };
  const { blue, orange, ink, paper } = theme.light;
  const kind = { field: 'kind', type: 'nominal', sort: null };
  const shown = Array.from(points?.labels ?? [], (label, index) => ({
    x: points!.x[index],
    y: points!.y[index],
    kind: classNames[label === 1 ? 1 : 0],
  }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    width: 260,
    height: Math.round((260 * (top - bottom)) / (right - left)),
    layer: [
      {
        data: { values: [{ left, right, bottom, top, url: ground(x.length, y.length, probabilities) }] },
        mark: { type: 'image', aspect: false },
        encoding: {
          x: { field: 'left', ...across },
          x2: { field: 'right' },
          y: { field: 'bottom', ...up },
          y2: { field: 'top' },
          url: { field: 'url' },
        },
      },
      {
        data: { values: boundary },
        mark: { type: 'rule', strokeWidth: 2, strokeCap: 'round', color: ink },
        encoding: {
          x: { field: 'ax', ...across },
          y: { field: 'ay', ...up },
          x2: { field: 'bx' },
          y2: { field: 'by' },
        },
      },
      ...(shown.length === 0
        ? []
        : [
            {
              data: { values: shown },
              mark: { type: 'point', filled: true, size: 38, opacity: 1, stroke: paper, strokeWidth: 0.8 },
              encoding: {
                x: { field: 'x', ...across },
                y: { field: 'y', ...up },
                color: { ...kind, scale: { domain: [...classNames], range: [blue, orange] } },
                shape: { ...kind, scale: { domain: [...classNames], range: ['circle', 'triangle-up'] } },
              },
            },
          ]),
    ],
  } as TopLevelSpec;
}

const quiet = { title: null, grid: false, tickCount: 4 };

/** How strong the colour is where the model is sure; the points must stand out on it. */
const strongest = 110;

/** The ground as a picture, a pixel for each place; it lets the paper through, so that it suits dark paper too. */
function ground(columns: number, rows: number, probabilities: ArrayLike<number>): string {
  const data = new Uint8Array(4 * columns * rows);
  const colors = [theme.light.blue, theme.light.orange].map((color) =>
    [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
  );
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const probability = probabilities[row * columns + column]!;
      // Rows of a picture run downwards.
      const at = 4 * ((rows - 1 - row) * columns + column);
      data.set([...colors[probability < 0.5 ? 0 : 1]!, Math.round(strongest * Math.abs(2 * probability - 1))], at);
    }
  }
  return `data:image/png;base64,${base64(encode({ width: columns, height: rows, data, channels: 4, depth: 8 }))}`;
}

function check({ x, y, probabilities, points }: DecisionBoundaryOptions): void {
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place: 'decisionBoundary', expected, received, remedy });
  };
  if (x.length < 2 || y.length < 2)
    complain('at least two columns `x` and two rows `y`', [x.length, y.length], 'Ask the model on a finer grid.');
  const wrong = Array.from(probabilities).find((value) => !(value >= 0 && value <= 1.000001));
  if (probabilities.length !== x.length * y.length || wrong !== undefined) {
    complain(
      `\`probabilities\` must be ${x.length * y.length} numbers from 0 to 1, one for each place`,
      wrong ?? probabilities.length,
      'Apply sigmoid to logits first.',
    );
  }
  if (points !== undefined && (points.x.length !== points.labels.length || points.y.length !== points.labels.length))
    complain(
      '`points` must have a label for each place',
      [points.x.length, points.y.length, points.labels.length],
      'Pass `x`, `y` and `labels` of one length.',
    );
}
