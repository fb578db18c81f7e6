export interface Column {
  title: string;
  align: 'left' | 'right' | 'center';
}

/**
 * Lines of a table as Keras draws it with `rich`: text is wrapped at spaces, a word too long for its column ends in `…`.
 *
 * `positions` are where the columns end, as parts of `lineLength`, the width of the whole table.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly string[][],
  positions: readonly number[],
  lineLength: number,
): string[] {
  const widths = columnWidths(positions, lineLength);
  const rule = (left: string, line: string, cross: string, right: string) =>
    `${left}${widths.map((width) => line.repeat(width)).join(cross)}${right}`;
  const draw = (cells: readonly string[], bar: string) => drawRow(cells, columns, widths, bar);
  const body = rows.flatMap((row, index) => [...(index > 0 ? [rule('├', '─', '┼', '┤')] : []), ...draw(row, '│')]);
  return [
    rule('┏', '━', '┳', '┓'),
    ...draw(
      columns.map(({ title }) => title),
      '┃',
    ),
    rule('┡', '━', '╇', '┩'),
    ...body,
    rule('└', '─', '┴', '┘'),
  ];
}

// The columns with their padding and borders are wider than the table; the excess is taken from them in equal parts.
function columnWidths(positions: readonly number[], lineLength: number): number[] {
  let current = 0;
  const widths = positions.map((position) => {
    const width = Math.trunc(position * lineLength) - current;
    current += width;
    return width + 2;
  });
  let excess = widths.reduce((sum, width) => sum + width, 0) - (lineLength - widths.length - 1);
  return widths.map((width, index) => {
    const share = Math.min(width, roundHalfToEven(excess / (widths.length - index)));
    excess -= share;
    return width - share;
  });
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function drawRow(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
  bar: string,
): string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, (widths[index] as number) - 2));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const parts = wrapped.map((lines, index) =>
      pad(lines[row] ?? '', (widths[index] as number) - 2, (columns[index] as Column).align),
    );
    return `${bar}${parts.map((part) => ` ${part} `).join(bar)}${bar}`;
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/\s*\S+\s*/g) ?? ['']) {
    if (line !== '' && line.length + word.trimEnd().length > width) {
      lines.push(line);
      line = word;
    } else {
      line += word;
    }
  }
  lines.push(line);
  return lines.map((full) => {
    const trimmed = full.trimEnd();
    return trimmed.length > width ? `${trimmed.slice(0, Math.max(0, width - 1))}…` : trimmed;
  });
}

function pad(text: string, width: number, align: Column['align']): string {
  if (align === 'right') return text.padStart(width);
  if (align === 'left') return text.padEnd(width);
  const left = Math.floor((width - text.length) / 2);
  return `${' '.repeat(left)}${text}`.padEnd(width);
}
