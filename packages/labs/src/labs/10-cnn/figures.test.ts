import { setSeed, useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { blockFigure, curvesFigures, mapsFigure } from './figures';
import { build, network, networkNames } from './networks';
import { loadPictures } from './pictures-data';

it('draws seven networks in two figures of four, the yardstick in both', async () => {
  const history = Object.fromEntries(
    networkNames.flatMap((name) => [
      [`${name}.accuracy`, [0.5, 0.9]],
      [`${name}.val_accuracy`, [0.4, 0.8]],
    ]),
  );
  const [early, late] = curvesFigures(history, 'zh');
  expect(await pictureSVG(early!.picture, '')).toContain('>零件网络</text>');
  expect(late!.alt.en).toBe(
    'Validation accuracy after the last epoch: dense128 0.800, VGG 0.800, Inception 0.800, ResNet 0.800.',
  );
});

it('shows a picture and the six maps that LeNet makes of it', async () => {
  await useBackend('wasm');
  setSeed(1);
  const lenet = network('lenet');
  build(lenet, [28, 28, 1]);
  const { picture } = await mapsFigure(lenet, await loadPictures({ offline: true }, 3), 'en');
  expect('svg' in picture && picture.svg.match(/<image/g)).toHaveLength(7);
  lenet.dispose();
});

it('draws a residual block from its own code, with the way around it', async () => {
  const { picture } = await blockFigure();
  const svg = 'svg' in picture ? picture.svg : '';
  expect(svg.match(/>Normalized</g)).toHaveLength(3);
  expect(svg).toContain('>Add<');
});
