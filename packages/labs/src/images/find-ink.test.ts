import { expect, it } from 'vitest';
import { crop, findInk } from './find-ink';

const picture = (rows: string[], shades: Record<string, number>) => ({
  width: rows[0]!.length,
  height: rows.length,
  data: Float32Array.from(rows.join(''), (sign) => shades[sign]!),
});
const rows = ['........', '..##....', '..##....', '...#....', '........', '........'];

it.each([
  ['dark on light', { '.': 0.9, '#': 0.2 }],
  ['light on dark', { '.': 0.1, '#': 0.6 }],
] as const)('finds strokes %s', (polarity, shades) => {
  const ink = findInk(picture(rows, shades));
  expect(ink.polarity).toBe(polarity);
  expect(Array.from(ink.data)).toEqual(Array.from(picture(rows, { '.': 0, '#': 1 }).data));
});

it('takes the grain of the paper for paper', () => {
  const grainy = picture(rows, { '.': 1, '#': 0 });
  grainy.data[0] = 0.95;
  expect(findInk(grainy).data[0]).toBe(0);
});

it('asks the whole picture where strokes run over half the edge', () => {
  const wide = ['####....', '#.......', '#.......', '#...#...', '........', '#.#.#...'];
  expect(findInk(picture(wide, { '.': 1, '#': 0 })).polarity).toBe('dark on light');
});

it('peels off a frame', () => {
  const framed = picture(
    Array.from({ length: 40 }, (_, y) =>
      Array.from({ length: 40 }, (_, x) =>
        Math.min(x, y, 39 - x, 39 - y) < 2 || (x > 18 && x < 22 && y > 10 && y < 30) ? '#' : '.',
      ).join(''),
    ),
    { '.': 1, '#': 0 },
  );
  const ink = findInk(framed);
  expect([ink.width, ink.height, ink.polarity]).toEqual([36, 36, 'dark on light']);
});

it('crops', () => {
  const cut = crop(picture(['ab', 'cd'], { a: 1, b: 2, c: 3, d: 4 }), { left: 1, top: 0, width: 1, height: 2 });
  expect(Array.from(cut.data)).toEqual([2, 4]);
});
