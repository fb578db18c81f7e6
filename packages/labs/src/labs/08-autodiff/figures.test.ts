import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { approachFigure, lineFigure, waveFigure } from './figures';

it('draws w and b, and what they should be', async () => {
  const figure = approachFigure({ w: [5, 4, 3.1], b: [0, 1, 1.9] }, 'en');
  expect(figure.alt.en).toBe('By epoch: w 5.00 → 3.10, b 0.00 → 1.90.');
  const svg = await pictureSVG(figure.picture, '');
  for (const word of ['w', 'b', 'true w', 'true b']) expect(svg).toContain(`>${word}</text>`);
});

it('draws points and lines', async () => {
  const points = { x: Float32Array.of(1, -1), y: Float32Array.of(5, -1) };
  const line = lineFigure(points, { w: 2.9, b: 2.1 }, 'zh');
  expect(line.caption.zh).toContain('y = 2.900x + 2.100');
  expect(await pictureSVG(line.picture, '')).toContain('>找到的直线</text>');
  const wave = waveFigure(points, Float32Array.of(0.1, -0.1), 0.03, 'en');
  expect(wave.alt.en).toContain('0.0300');
  expect(await pictureSVG(wave.picture, '')).toContain('>the wave behind</text>');
});
