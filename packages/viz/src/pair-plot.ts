import { TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { groupEncoding } from './scatter-plot';
import { chartConfig, theme } from './theme';

export interface PairPlotOptions {
  /** The columns to draw against each other, by name; all of one length. */
  columns: Readonly<Record<string, ArrayLike<number>>>;
  /** The group of each row, by name: at most three, told apart by colour and mark. */
  groups?: readonly string[];
}

/**
 * Draws every column of a table against every other: which of them hang together is seen at a glance.
 *
 * @example
 * const spec = pairPlot({ columns: { mpg: [18, 15], weight: [3504, 3693] } });
 * await toSVG(spec); // '<svg …', two rows of two panels
 *
 * @throws TenlabError when there are fewer than two columns, they are not of one length, or there are more than three groups.
 */
export function pairPlot({ columns, groups }: PairPlotOptions): TopLevelSpec {
  const names = Object.keys(columns);
  const rows = columns[names[0] ?? '']?.length ?? 0;
  const groupNames = [...new Set(groups ?? [])];
  const fits =
    names.length >= 2 &&
    names.every((name) => columns[name]!.length === rows) &&
    (groups === undefined || groups.length === rows) &&
    groupNames.length <= 3;
  if (!fits) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'pairPlot',
      expected: 'two columns or more, all of one length, and at most three groups',
      received: [...names.map((name) => columns[name]!.length), ...groupNames],
      remedy: 'Take the columns of one table: `table.numbers(name)`.',
    });
  }
  const values = Array.from({ length: rows }, (_, row) => ({
    ...Object.fromEntries(names.map((name) => [name, columns[name]![row]])),
    group: groups?.[row] ?? '',
  }));
  const axis = { grid: false, tickCount: 3, labelOverlap: true };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    data: { values },
    repeat: { row: names, column: names },
    spacing: 24,
    spec: {
      width: 118,
      height: 108,
      mark: { type: 'point', filled: true, size: 12, opacity: 0.6 },
      encoding: {
        x: { field: { repeat: 'column' }, type: 'quantitative', scale: { zero: false }, axis },
        y: { field: { repeat: 'row' }, type: 'quantitative', scale: { zero: false }, axis },
        ...(groupNames.length === 0 ? { color: { value: theme.light.blue } } : groupEncoding(groupNames)),
      },
    },
  } as unknown as TopLevelSpec;
}
