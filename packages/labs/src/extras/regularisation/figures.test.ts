import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { boundaryFigure, lossesFigure } from './figures';
import { moons } from './moons-data';

const one = {
  history: { binary_crossentropy: [0.5, 0.1], val_binary_crossentropy: [0.4, 0.9] },
  plane: { x: [0, 1], y: [0, 1], probabilities: Float32Array.of(0, 1, 0, 1), length: 1 },
  squares: 1,
};

it('draws the line and the points it was learned from', async () => {
  const { alt, picture, name } = boundaryFigure('l2', one, moons({ train: 6 }), 'zh');
  expect(name).toBe('boundary-l2');
  expect(alt.en).toBe('The plane in two colours (with L2); the line between them is 1.0 long.');
  expect(await pictureSVG(picture, '')).toContain('>上月</text>');
});

it('draws the losses of all three', async () => {
  const { alt, picture } = lossesFigure({ plain: one, l2: one, dropout: one }, 'en');
  expect(alt.en).toContain('plain 0.400 → 0.900; with L2');
  expect(await pictureSVG(picture, '')).toContain('>never seen</text>');
});
