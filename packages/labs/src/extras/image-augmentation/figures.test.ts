import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { loadFewPictures } from './few-pictures';
import { accuracyFigure, changedFigure } from './figures';

it('shows four pictures and nine changes of each, the same each time', async () => {
  const data = await loadFewPictures({ offline: true }, 8);
  const { picture, alt } = await changedFigure(data);
  const images = ('svg' in picture && picture.svg.match(/base64,[^"]+/g)) || [];
  expect(images).toHaveLength(40);
  expect(new Set(images).size).toBe(40);
  expect(alt.en).toContain(data.classNames[data.train.y.data[0]!]);
  expect((await changedFigure(data)).picture).toEqual(picture);
});

it('draws the accuracy of both', async () => {
  const one = { accuracy: [0.5, 0.9], val_accuracy: [0.5, 0.8] };
  const { alt, picture } = accuracyFigure({ plain: one, augmented: one }, 'zh');
  expect(alt.en).toContain('as they are 90.0 %, 80.0 %; changed by chance');
  expect(await pictureSVG(picture, '')).toContain('>随机变换</text>');
});
