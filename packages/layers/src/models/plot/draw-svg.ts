import type { PlotBox, PlotGraph } from './describe-graph';
import type { Layout, Rectangle } from './lay-out';

const FONT = 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace';
/** All characters of these fonts are this much of their size wide, so that text can be measured without a screen. */
const CHARACTER = 0.61;
const SIZES = { first: 13, other: 11 };
const LINE = 16;
const PADDING = { x: 14, y: 9 };
const RADIUS = 6;
const GROUP_NAME = 8;

// From Okabe and Ito's palette, which people of all kinds of colour sight tell apart; what a colour says, the text says too.
const COLORS = {
  light: {
    page: '#ffffff',
    box: '#f6f7f9',
    group: '#eceff3',
    ink: '#1d2733',
    muted: '#5b6876',
    line: '#8b97a5',
    input: '#009e73',
    trained: '#0072b2',
    frozen: '#8b97a5',
    plain: '#c9d1da',
  },
  dark: {
    page: '#161d25',
    box: '#212b36',
    group: '#1b232c',
    ink: '#e8edf2',
    muted: '#9eabb8',
    line: '#7d8a98',
    input: '#3fc79f',
    trained: '#56b4e9',
    frozen: '#7d8a98',
    plain: '#3d4a58',
  },
} as const;

/** The colours of a picture; `auto` follows the reader's system. */
export type PlotTheme = 'auto' | 'light' | 'dark';

/** How large a box is that holds some lines of text. */
export function boxSize({ lines }: Pick<PlotBox, 'lines'>): { width: number; height: number } {
  const widths = lines.map((line, i) => [...line].length * CHARACTER * (i === 0 ? SIZES.first : SIZES.other));
  return {
    width: Math.ceil(Math.max(72, ...widths) + 2 * PADDING.x),
    height: lines.length * LINE + 2 * PADDING.y - 2,
  };
}

/** Draws what is laid out. */
export function drawSVG(title: string, { boxes, arrows }: PlotGraph, layout: Layout, theme: PlotTheme): string {
  const header = LINE + 22;
  const width = Math.max(layout.width, Math.ceil([...title].length * CHARACTER * SIZES.first) + 40);
  const height = layout.height + header;
  const at = (id: string) => layout.boxes.get(id) as Rectangle;
  const shift = (width - layout.width) / 2;
  const shown = arrows.flatMap((arrow, i) => (arrow.hidden ? [] : [arrowPath(layout.lines[i] ?? [])]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" class="tenlab-model" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${styleOf(theme)}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<text class="ink" x="20" y="${LINE + 12}" font-size="${SIZES.first}" font-weight="600">${escapeXml(title)}</text>`,
    `<g transform="translate(${round(shift)} ${header})">`,
    ...boxes.filter(({ isModel }) => isModel).map((box) => group(box, at(box.id))),
    ...shown,
    ...boxes.filter(({ isModel }) => !isModel).map((box) => leaf(box, at(box.id))),
    '</g>',
    '</svg>',
  ].join('\n');
}

function leaf({ lines, kind }: PlotBox, { x, y, width, height }: Rectangle): string {
  const [left, top] = [x - width / 2, y - height / 2];
  const texts = lines.map((line, i) => {
    const [size, style] = i === 0 ? [SIZES.first, 'ink" font-weight="600'] : [SIZES.other, 'muted'];
    return `<text class="${style}" x="${round(x)}" y="${round(top + PADDING.y + LINE * (i + 0.72))}" font-size="${size}" text-anchor="middle">${escapeXml(line)}</text>`;
  });
  return [
    '<g>',
    `<rect class="box ${kind}" x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" rx="${RADIUS}"/>`,
    ...texts,
    '</g>',
  ].join('');
}

function group({ lines }: PlotBox, { x, y, width, height }: Rectangle): string {
  // A little higher than laid out, for the name.
  const [left, top] = [x - width / 2, y - height / 2 - GROUP_NAME];
  const label = lines.slice(0, 2).join(' · ');
  return [
    '<g>',
    `<rect class="group" x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height + GROUP_NAME)}" rx="${RADIUS + 4}"/>`,
    `<text class="muted" x="${round(left + 10)}" y="${round(top + 14)}" font-size="${SIZES.other}">${escapeXml(label)}</text>`,
    '</g>',
  ].join('');
}

/** A line with rounded corners, and its head. */
function arrowPath(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  const before = rest.at(-2) ?? first;
  if (!first || !last || !before) return '';
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  const [dx, dy] = [(last.x - before.x) / length, (last.y - before.y) / length];
  const neck = { x: last.x - 7 * dx, y: last.y - 7 * dy };
  const corners = rest.slice(0, -1).map((corner, i, all) => {
    const next = all[i + 1] ?? neck;
    const middle = i === all.length - 1 ? neck : { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 };
    return `Q${point(corner)} ${point(middle)}`;
  });
  const path = corners.length > 0 ? corners.join('') : `L${point(neck)}`;
  const side = (sign: number) => point({ x: neck.x - sign * 3.5 * dy, y: neck.y + sign * 3.5 * dx });
  return `<path class="line" d="M${point(first)}${path}"/><path class="head" d="M${point(last)}L${side(1)}L${side(-1)}Z"/>`;
}

function point({ x, y }: { x: number; y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function styleOf(theme: PlotTheme): string {
  const rules = (colors: Record<keyof (typeof COLORS)['light'], string>) =>
    [
      `.page{fill:${colors.page}}`,
      `.box{fill:${colors.box};stroke-width:1.5}`,
      `.group{fill:${colors.group};stroke:${colors.plain};stroke-dasharray:4 3}`,
      `.ink{fill:${colors.ink}}.muted{fill:${colors.muted}}`,
      `.line{fill:none;stroke:${colors.line};stroke-width:1.3}.head{fill:${colors.line}}`,
      ...(['input', 'trained', 'frozen', 'plain'] as const).map((kind) => `.${kind}{stroke:${colors[kind]}}`),
      '.frozen{stroke-dasharray:5 3}',
    ]
      // Each rule is for our pictures alone, on a page that has others.
      .join('')
      .replace(/(^|\})\./g, '$1.tenlab-model .');
  if (theme !== 'auto') return rules(COLORS[theme]);
  return `${rules(COLORS.light)}@media (prefers-color-scheme:dark){${rules(COLORS.dark)}}`;
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] as string);
}
