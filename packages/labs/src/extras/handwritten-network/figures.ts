import { compareCurves, imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import type { ArrayAnswers } from './checks';
import { nameOf, sizes } from './networks';

/** What the sizes did in the search. */
export function searchFigure(search: ArrayAnswers['search'], language: Language): LabFigure {
  const runs = Object.fromEntries(
    sizes.map((size) => [inLanguage({ en: `${size} units`, zh: `${size} 个单元` }, language), search[nameOf(size)]]),
  );
  const last = sizes.map((size) => `${size}: ${readable(search[nameOf(size)].val_accuracy?.at(-1) ?? Number.NaN, 3)}`);
  return {
    name: 'search',
    alt: { en: `Validation accuracy at the end: ${last.join(', ')}.`, zh: `最后的验证准确率：${last.join('，')}。` },
    caption: {
      en: 'Accuracy of three sizes after each epoch of the search, on a part of the data: training dashed, validation solid.',
      zh: '搜索中三种大小在各轮次之后的准确率（只用一部分数据）：虚线为训练，实线为验证。',
    },
    picture: {
      spec: compareCurves({
        runs,
        metric: 'accuracy',
        words: language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {},
      }),
    },
  };
}

/** What the first twenty hidden units look for: their weights, as pictures. */
export function unitsFigure(weights: ArrayAnswers['weights'], language: Language): LabFigure {
  const count = Math.min(20, weights[0]!.length);
  const data = new Float32Array(count * weights.length);
  for (let unit = 0; unit < count; unit++) {
    const own = weights.map((row) => row[unit]!);
    const most = Math.max(...own.map(Math.abs));
    own.forEach((weight, pixel) => {
      data[unit * weights.length + pixel] = 0.5 + weight / (2 * most);
    });
  }
  const alt = inLanguage(
    { en: `The weights of ${count} hidden units as pictures.`, zh: `${count} 个隐藏单元的权重图。` },
    language,
  );
  const sheet = { images: { data, shape: [count, 28, 28] }, alt };
  return {
    name: 'units',
    alt: { en: alt, zh: alt },
    caption: {
      en: 'What twenty hidden units look for. Ink on a light pixel speaks for the unit, ink on a dark one against it; grey does not matter.',
      zh: '二十个隐藏单元在找什么。亮像素上有墨支持该单元，暗像素上有墨反对它，灰色则无关紧要。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: 10 }) },
    narrow: { svg: imageSheet({ ...sheet, columns: 5 }) },
  };
}
