import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { confusionFigure } from './confusion-figure';

const caption = { en: 'Matrix.', zh: '矩阵。' };
const all = { labels: [0, 1, 1], predictions: [0, 0, 1], classNames: ['bag', 'coat'] };

it('names the most frequent mistake', () => {
  const { alt } = confusionFigure(all, 'en', caption);
  expect(alt.en).toBe('Confusion matrix. The most frequent mistake: coat taken for bag, once.');
  expect(alt.zh).toContain('把 coat 认作 bag，共 1 次');
});

it('says so where there is no mistake', () => {
  const { alt } = confusionFigure({ ...all, predictions: all.labels }, 'en', caption);
  expect(alt.en).toBe('Confusion matrix without a single mistake.');
});

it('writes Chinese into the chart as well', async () => {
  expect(await pictureSVG(confusionFigure(all, 'zh', caption).picture, '')).toContain('>预测</text>');
});
