import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { curvesFigure } from './curves-figure';

const history = { loss: [0.2, 0.1], accuracy: [0.9, 0.95], val_loss: [0.15, 0.12], val_accuracy: [0.93, 0.96] };
const caption = { en: 'Curves.', zh: '曲线。' };

it('draws the curves, wide and narrow, and says where they begin and end', async () => {
  const { alt, picture, narrow } = curvesFigure(history, 'en', { metrics: ['accuracy', 'loss'], caption });
  expect(alt.en).toBe(
    'Curves by epoch: accuracy 0.9000 → 0.9500, validation 0.9300 → 0.9600; loss 0.2000 → 0.1000, validation 0.1500 → 0.1200.',
  );
  expect(alt.zh).toContain('准确率 0.9000 → 0.9500，验证 0.9300 → 0.9600');
  for (const one of [picture, narrow!]) await expect(pictureSVG(one, alt.en)).resolves.toContain('<svg');
});

it('says nothing of a validation that there was not', () => {
  expect(curvesFigure({ loss: [2, 1] }, 'en', { metrics: ['loss'], caption }).alt.en).toBe(
    'Curves by epoch: loss 2.0000 → 1.0000.',
  );
});

it('leaves out the first epochs of many, without counting the others anew', () => {
  const long = { loss: Array.from({ length: 50 }, (_, epoch) => 100 - epoch) };
  const { picture } = curvesFigure(long, 'en', { metrics: ['loss'], caption, from: 10 });
  const text = JSON.stringify(picture);
  expect(text).not.toContain('{"epoch":10,');
  expect(text).toContain('{"epoch":11,"value":90,');
});

it('writes Chinese into the charts as well', async () => {
  const svg = await pictureSVG(curvesFigure(history, 'zh', { metrics: ['accuracy', 'loss'], caption }).picture, '');
  for (const word of ['训练', '验证', '轮次', '准确率', '损失']) expect(svg).toContain(`>${word}</text>`);
});
