import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import type { Histories } from './checks';
import { nameOf, remediesFigure, sizesFigure } from './figures';
import { variantNames } from './networks';

const history = { binary_crossentropy: [0.6, 0.3], val_binary_crossentropy: [0.5, 0.9] };
const histories = Object.fromEntries(variantNames.map((name) => [name, history])) as unknown as Histories;

it('draws both comparisons, and says them in words', async () => {
  const sizes = sizesFigure(histories, 'en');
  expect(sizes.alt.en).toContain('big (128) 0.500 → 0.900');
  expect(await pictureSVG(sizes.picture, '')).toContain('>middle (16)</text>');
  const svg = await pictureSVG(remediesFigure(histories, 'zh').picture, '');
  for (const variant of ['big', 'l2', 'dropout', 'both'] as const)
    expect(svg).toContain(`>${nameOf(variant, 'zh')}</text>`);
});
