import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { searchFigure, unitsFigure } from './figures';

const one = (accuracy: number) => ({ accuracy: [0.5, accuracy], val_accuracy: [0.5, accuracy] });

it('draws the search, and says where each size ended', async () => {
  const { alt, picture } = searchFigure({ hidden100: one(0.8), hidden200: one(0.85), hidden300: one(0.84) }, 'zh');
  expect(alt.en).toBe('Validation accuracy at the end: 100: 0.800, 200: 0.850, 300: 0.840.');
  expect(await pictureSVG(picture, '')).toContain('>200 个单元</text>');
});

it('draws a picture for each unit, twenty at most', () => {
  const weights = Array.from({ length: 784 }, () => new Array(30).fill(0.1));
  const { picture } = unitsFigure(weights, 'en');
  expect('svg' in picture && picture.svg.match(/<image/g)).toHaveLength(20);
});
