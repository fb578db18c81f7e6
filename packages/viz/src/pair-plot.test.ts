import { expect, it } from 'vitest';
import { pairPlot } from './pair-plot';
import { toSVG } from './to-svg';

it('draws every column against every other', async () => {
  const svg = await toSVG(pairPlot({ columns: { mpg: [1, 2], weight: [3, 4] }, groups: ['a', 'b'] }));
  expect(svg.match(/>mpg<\/text>/g)).toHaveLength(4);
  expect(svg.match(/>weight<\/text>/g)).toHaveLength(4);
});

it.each([
  [{ columns: { a: [1] } }],
  [{ columns: { a: [1], b: [1, 2] } }],
  [{ columns: { a: [1], b: [2] }, groups: [] }],
])('refuses %j', (options) => {
  expect(() => pairPlot(options)).toThrow(/two columns or more/);
});
