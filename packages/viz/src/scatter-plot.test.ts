import { expect, it } from 'vitest';
import { scatterPlot } from './scatter-plot';
import { toSVG } from './to-svg';

it('draws a point for each pair, by group', async () => {
  const svg = await toSVG(scatterPlot({ x: [1, 2, 3], y: [4, 5, 6], groups: ['a', 'b', 'a'], words: { x: 'width' } }));
  expect(svg).toContain('>width</text>');
  expect(svg).toContain('>b</text>');
  // Each group's points, and its sign in the legend.
  expect(svg.match(/<path[^>]*fill="#0072b2"/g)).toHaveLength(3);
  expect(svg.match(/<path[^>]*fill="#d55e00"/g)).toHaveLength(2);
});

it('gives true and predicted values one scale', () => {
  const spec = JSON.stringify(scatterPlot({ x: [10, 20], y: [12, 30], diagonal: true }));
  expect(spec.match(/"domain":\[10,30\]/g)).toHaveLength(2);
});

it.each([
  [{ x: [], y: [] }, /of one length, at least 1/],
  [{ x: [1], y: [1, 2] }, /Received: \[1, 2\]/],
  [{ x: [1], y: [1], groups: [] }, /must hold 1 names/],
  [{ x: [1, 2, 3, 4], y: [1, 2, 3, 4], groups: ['a', 'b', 'c', 'd'] }, /at most three groups/],
])('refuses %j', (options, message) => {
  expect(() => scatterPlot(options)).toThrow(message);
});
