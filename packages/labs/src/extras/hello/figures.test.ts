import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { approachFigure, lineFigure, lossFigure } from './figures';
import { lineData } from './line-data';

it('draws the points and both lines, with names in the language of the run', async () => {
  const { picture, alt } = lineFigure(lineData(), { weight: 3, bias: 1.002 }, 'zh');
  expect(await pictureSVG(picture, '')).toContain('>学到的</text>');
  expect(alt.en).toBe('Six points on y = 3x + 1, and the line found: y = 3.000 x + 1.002.');
});

it('tells where weight, bias and loss begin and end', async () => {
  const approach = approachFigure([0.5, 3], [0, 1], 'en');
  expect(approach.alt.en).toBe('Weight 0.50 → 3.000, bias 0.00 → 1.000.');
  const loss = lossFigure([20, 0.00012], 'en');
  expect(loss.alt.en).toBe('Loss by epoch, 20.0 → 0.000120.');
  for (const { picture } of [approach, loss]) expect(await pictureSVG(picture, '')).toContain('>epoch</text>');
});
