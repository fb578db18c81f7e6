import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import type { Histories } from './checks';
import { boundaryFigure, nameOf, remediesFigure, sizesFigure } from './figures';
import { variantNames } from './networks';
import { halfMoons, planeGrid } from './plane';

const history = { binary_crossentropy: [0.6, 0.3], val_binary_crossentropy: [0.5, 0.9] };
const histories = Object.fromEntries(variantNames.map((name) => [name, history])) as unknown as Histories;

it('draws both comparisons, and says them in words', async () => {
  const sizes = sizesFigure(histories, 'en');
  expect(sizes.alt.en).toContain('big (512) 0.500 → 0.900');
  expect(await pictureSVG(sizes.picture, '')).toContain('>middle (16)</text>');
  const svg = await pictureSVG(remediesFigure(histories, 'zh').picture, '');
  for (const variant of ['big', 'l2', 'dropout', 'both'] as const)
    expect(svg).toContain(`>${nameOf(variant, 'zh')}</text>`);
});

it('draws the plane of both networks, each with a name of its own', async () => {
  const grid = planeGrid(3);
  const points = halfMoons(6, 'train');
  const probabilities = Float32Array.of(0, 0.2, 1, 0, 0.4, 1, 0, 0.6, 1);
  const [free, held] = (['plane', 'plane_l2'] as const).map((name) =>
    boundaryFigure(name, probabilities, grid, points, 'zh'),
  );
  expect([free!.name, held!.name]).toEqual(['boundary', 'boundary-l2']);
  expect(await pictureSVG(held!.picture, '')).toContain('>第 1 类</text>');
});
