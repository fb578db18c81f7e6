import { expect, it } from 'vitest';
import { drawSeven } from './draw-seven';
import { drawingFigure, samplesFigure } from './figures';
import type { OwnData } from './own-data';

it('shows the picture files with their labels', () => {
  const train = { images: { data: new Uint8Array(2 * 784), shape: [2, 28, 28, 1] }, labels: Uint8Array.of(4, 2) };
  const { alt, picture } = samplesFigure({ train } as unknown as OwnData);
  expect(alt.en).toBe('The first 2 picture files, labelled 4, 2.');
  expect('svg' in picture && picture.svg.match(/<image/g)).toHaveLength(2);
});

it('shows the drawing, and what the network was given', () => {
  const { alt, picture } = drawingFigure(drawSeven(), new Float32Array(784), { read: 7, confidence: 0.9 }, 'zh');
  expect(alt.en).toBe('A drawn 7, read as 7 with 90.0 %.');
  expect('svg' in picture && picture.svg).toContain('读作 7');
});
