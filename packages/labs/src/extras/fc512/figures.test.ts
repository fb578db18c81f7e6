import { softmaxCrossentropy } from '@tenlab/layers/handwritten';
import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { lossesFigure, pullFigure } from './figures';

const one = (accuracy: number) => ({ accuracy: [0.1, accuracy], val_accuracy: [0.1, accuracy] });

it('draws both losses, and says where they ended', async () => {
  const { alt, picture } = lossesFigure({ mse: one(0.7), crossentropy: one(0.95), functional: one(0.9) }, 'zh');
  expect(alt.en).toBe('Validation accuracy at the end: 70.0 % with the mean squared error, 95.0 % with cross-entropy.');
  expect(await pictureSVG(picture, '')).toContain('>交叉熵</text>');
});

it('draws the pull of either loss as it is', async () => {
  const { picture } = pullFigure('en');
  const text = JSON.stringify(picture);
  // Finite differences of (1 - p)², where p is the softmax of z and 0, at p = 0.25.
  const loss = (z: number) => (1 - 1 / (1 + Math.exp(-z))) ** 2;
  const z = Math.log(1 / 3);
  const slope = (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5;
  expect(2 * 0.25 * 0.75 ** 2).toBeCloseTo(-slope, 6);
  expect(text).toContain(`{"x":0.25,"y":${2 * 0.25 * 0.75 ** 2},"line":"mean squared error"`);
  expect(-softmaxCrossentropy([0], [[z, 0]]).gradients[0]![0]!).toBeCloseTo(0.75, 6);
  expect(text).toContain('{"x":0.25,"y":0.75,"line":"cross-entropy"');
});
