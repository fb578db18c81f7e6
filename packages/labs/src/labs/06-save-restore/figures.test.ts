import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { checkpointsFigure, resumedFigure } from './figures';

it('draws a point for each checkpoint, and says them in words', async () => {
  const figure = checkpointsFigure([
    { name: 'cp-0000.ckpt', epoch: 0, accuracy: 0.1 },
    { name: 'cp-0005.ckpt', epoch: 5, accuracy: 0.85 },
  ]);
  expect(figure.alt.en).toBe('Test accuracy of each checkpoint: cp-0000.ckpt 10.0 %, cp-0005.ckpt 85.0 %.');
  expect(await pictureSVG(figure.picture, '')).toMatch(/^<svg/);
});

it('draws both runs, told apart by dash', async () => {
  const history = { 'straight.loss': [1, 0.5], 'resumed.loss': [1, 0.5] };
  const figure = resumedFigure(history, 'en');
  expect(figure.alt.en).toContain('Killed and resumed: 1.0000, 0.5000.');
  const svg = await pictureSVG(figure.picture, '');
  for (const word of ['never stopped', 'resumed']) expect(svg).toContain(`>${word}</text>`);
});
