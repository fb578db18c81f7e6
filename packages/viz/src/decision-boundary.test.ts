import { expect, it } from 'vitest';
import { decisionBoundary } from './decision-boundary';
import { toSVG } from './to-svg';

const half = { x: [0, 1], y: [0, 1], probabilities: [0, 1, 0, 1] };

it('draws the ground as a picture, the line where both are as likely, and the points with their classes', async () => {
  const spec = decisionBoundary({
    ...half,
    points: { x: [0.2, 0.8], y: [0.5, 0.5], labels: [0, 1] },
    classNames: ['rain', 'sun'],
  });
  const svg = await toSVG(spec);
  expect(svg).toContain('href="data:image/png;base64,');
  expect(JSON.stringify(spec)).toContain('{"ax":0.5,"ay":0,"bx":0.5,"by":1}');
  expect(svg).toContain('>rain</text>');
  expect(svg).toContain('>sun</text>');
});

it('draws no line where the model gives one class everywhere', () => {
  expect(JSON.stringify(decisionBoundary({ ...half, probabilities: [1, 1, 1, 1] }))).not.toContain('"ax":0');
});

it.each([
  [{ ...half, probabilities: [0, 1] }, 'must be 4 numbers from 0 to 1'],
  [{ ...half, probabilities: [0, 1, 2, 0] }, 'must be 4 numbers from 0 to 1'],
  [{ ...half, x: [0] }, 'at least two columns'],
  [{ ...half, points: { x: [1], y: [1], labels: [] } }, 'a label for each place'],
])('refuses %j', (options, expected) => {
  expect(() => decisionBoundary(options)).toThrow(expected);
});
