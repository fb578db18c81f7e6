import { expect, it } from 'vitest';
import { lineChart } from './line-chart';
import { toSVG } from './to-svg';

it('draws a line for each name, told apart by colour and dash', async () => {
  const svg = await toSVG(lineChart({ lines: { a: { y: [1, 2, 3] }, b: { y: [3, 2, 1] } }, words: { x: 'step' } }));
  for (const color of ['#0072b2', '#d55e00']) expect(svg).toContain(`stroke="${color}" stroke-width="2"`);
  expect(svg).toContain('stroke-dasharray="6,3"');
  expect(svg).toContain('>step</text>');
});

it('puts dates on the axis', async () => {
  const svg = async (until: string) => toSVG(lineChart({ lines: { price: { x: ['2020-01-31', until], y: [1, 2] } } }));
  expect(await svg('2021-03-31')).toContain('>2020-07</text>');
  expect(await svg('2020-03-31')).toMatch(/>0[23]-\d\d<\/text>/);
});

it('joins points in their order, and draws the ground that they cross', async () => {
  const svg = await toSVG(lineChart({ lines: { path: { x: [1, 0, 1], y: [0, 1, 2] } }, ground: [[0, 0, 1, 1]] }));
  const [, path] = /d="(M[^"]+)"[^>]*stroke="#0072b2"/.exec(svg) ?? [];
  expect(path!.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
  const [first, second, third] = path!
    .split(/[ML]/)
    .slice(1)
    .map((point) => Number(point.split(',')[0]));
  expect(first).toBeGreaterThan(second!);
  expect(third).toBe(first);
  expect(svg).toContain('stroke="#e3e7ec"');
});

it('leaves a gap where there is no number, and where a power of ten cannot be', () => {
  const count = (options: Parameters<typeof lineChart>[0]) =>
    JSON.stringify(lineChart(options)).match(/"line":"a"/g)!.length;
  const lines = { a: { y: [1, Number.NaN, 0, 10] } };
  expect([count({ lines }), count({ lines, logarithmic: true })]).toEqual([3, 2]);
});

it('marks the points that it is about', async () => {
  const svg = await toSVG(lineChart({ lines: { fit: { y: [1, 2] } }, points: { x: [1, 2], y: [1, 2] } }));
  expect(svg.match(/fill="#1d2733"/g)!.length).toBeGreaterThanOrEqual(2);
});

it.each([
  [{}, 'one to five `lines`'],
  [Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { y: [1] }])), 'one to five `lines`'],
  [{ a: { x: [1], y: [1, 2] } }, 'an `x` for each `y`'],
  [{ a: { y: [] } }, 'an `x` for each `y`'],
])('refuses %j', (lines, expected) => {
  expect(() => lineChart({ lines })).toThrow(expected);
});
