import { expect, test } from 'vitest';
import type { PlotBox } from './describe-graph';
import { boxSize, drawSVG } from './draw-svg';

const boxes: PlotBox[] = [
  { id: 'm', parent: null, lines: ['m', 'Model', 'more'], kind: 'trained', isModel: true },
  { id: 'm/a', parent: 'm', lines: ['a', 'In'], kind: 'input', isModel: false },
  { id: 'b', parent: null, lines: ['b<&>"', 'Dense'], kind: 'frozen', isModel: false },
];
const place = (y: number) => ({ x: 60, y, width: 100, height: 40 });
const layout = {
  width: 120,
  height: 200,
  boxes: new Map([
    ['m', { x: 60, y: 50, width: 110, height: 60 }],
    ['m/a', place(50)],
    ['b', place(140)],
  ]),
  lines: [
    [
      { x: 60, y: 70 },
      { x: 60, y: 95 },
      { x: 60, y: 120 },
    ],
  ],
};
const draw = (hidden: boolean, theme: 'auto' | 'light' | 'dark' = 'light') =>
  drawSVG('title & more', { boxes, arrows: [{ from: 'm/a', to: 'b', hidden }] }, layout, theme);

test('boxes, names and arrows are drawn, models under all others', () => {
  const lines = draw(false).split('\n');
  expect(lines.filter((line) => !line.startsWith('<style>'))).toMatchInlineSnapshot(`
    [
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 136 238" width="136" height="238" role="img" class="tenlab-model" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace">",
      "<title>title &amp; more</title>",
      "<rect class="page" width="136" height="238"/>",
      "<text class="ink" x="20" y="28" font-size="13" font-weight="600">title &amp; more</text>",
      "<g transform="translate(8 38)">",
      "<g><rect class="group" x="5" y="12" width="110" height="68" rx="10"/><text class="muted" x="15" y="26" font-size="11">m · Model</text></g>",
      "<path class="line" d="M60 70Q60 95 60 113"/><path class="head" d="M60 120L56.5 113L63.5 113Z"/>",
      "<g><rect class="box input" x="10" y="30" width="100" height="40" rx="6"/><text class="ink" font-weight="600" x="60" y="50.5" font-size="13" text-anchor="middle">a</text><text class="muted" x="60" y="66.5" font-size="11" text-anchor="middle">In</text></g>",
      "<g><rect class="box frozen" x="10" y="120" width="100" height="40" rx="6"/><text class="ink" font-weight="600" x="60" y="140.5" font-size="13" text-anchor="middle">b&lt;&amp;&gt;&quot;</text><text class="muted" x="60" y="156.5" font-size="11" text-anchor="middle">Dense</text></g>",
      "</g>",
      "</svg>",
    ]
  `);
});

test('hidden arrows are not drawn', () => {
  expect(draw(false)).toContain('class="head"');
  expect(draw(true)).not.toContain('class="head"');
});

test('light and dark differ, and `auto` has both, for pictures of this kind alone', () => {
  const style = (theme: 'auto' | 'light' | 'dark') => /<style>(.*)<\/style>/.exec(draw(false, theme))?.[1] ?? '';
  expect(style('light')).not.toBe(style('dark'));
  expect(style('auto')).toBe(`${style('light')}@media (prefers-color-scheme:dark){${style('dark')}}`);
  for (const selector of style('light').match(/[^{}]+(?=\{)/g) ?? [])
    expect(selector).toMatch(/^\.tenlab-model \.\w+$/);
});

test('a box grows with its text', () => {
  const small = boxSize({ lines: ['a', 'Dense'] });
  expect(boxSize({ lines: ['a', 'Dense', '(None, 10)'] }).height).toBe(small.height + 16);
  // 40 characters of size 13, each 0.61 as wide as high, and the padding.
  expect(boxSize({ lines: ['a'.repeat(40)] }).width).toBe(Math.ceil(40 * 0.61 * 13 + 28));
});
