import type { Config } from 'vega-lite';

/**
 * The colours of every chart, chosen from Okabe and Ito's palette, which people of all kinds of colour sight tell apart.
 * A chart is drawn in the light colours; `adaptToDark` adds the rules that turn them dark where the reader prefers it.
 * Nothing is said by colour alone: lines differ in dash and mark, right and wrong in sign.
 */
export const theme = {
  light: {
    paper: '#ffffff',
    ink: '#1d2733',
    muted: '#5b6876',
    grid: '#e3e7ec',
    blue: '#0072b2',
    orange: '#d55e00',
    green: '#00805c',
    purple: '#a04480',
    onColor: '#fffffe',
  },
  dark: {
    paper: '#161d25',
    ink: '#e8edf2',
    muted: '#9eabb8',
    grid: '#2d3844',
    blue: '#56b4e9',
    orange: '#f0a04b',
    green: '#3ec79d',
    purple: '#d98fbd',
    onColor: '#0d131a',
  },
  font: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif',
} as const;

/** The Vega-Lite configuration all charts share: calm axes, a light grid, no frame. */
export const chartConfig: Config = {
  font: theme.font,
  background: theme.light.paper,
  padding: 12,
  aria: false,
  view: { stroke: null },
  title: { color: theme.light.ink, fontSize: 14, fontWeight: 600, anchor: 'start', frame: 'group', offset: 12 },
  axis: {
    labelColor: theme.light.muted,
    titleColor: theme.light.muted,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    domainColor: theme.light.grid,
    tickColor: theme.light.grid,
    gridColor: theme.light.grid,
    titlePadding: 8,
  },
  legend: {
    labelColor: theme.light.ink,
    labelFontSize: 12,
    labelLimit: 240,
    title: null,
    orient: 'bottom',
    symbolSize: 70,
    offset: 14,
    // Chinese is wider than Vega reckons: words of one legend would run into the sign of the next.
    columnPadding: 18,
    // Vega's own, which Vega-Lite hands on and does not know.
    layout: { bottom: { margin: 24 } } as never,
  },
};

/** The style sheet that recolours a chart of ours where the reader prefers dark; it names colours, so several charts on a page agree. */
export function darkStyle(): string {
  const names = Object.keys(theme.light) as (keyof typeof theme.light)[];
  const rules = names.flatMap((name) => {
    const [from, to] = [theme.light[name], theme.dark[name]];
    return [`[fill="${from}"]{fill:${to}}`, `[stroke="${from}"]{stroke:${to}}`];
  });
  return `@media (prefers-color-scheme: dark){${rules.join('')}}`;
}
