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

/** What the first twenty hidden units have learned to look for: what training added to their weights, as pictures. */
export function unitsFigure(added: readonly (readonly number[])[], language: Language): LabFigure {
  const count = Math.min(20, added[0]!.length);
  const data = new Float32Array(count * added.length);
  for (let unit = 0; unit < count; unit++) {
    const own = added.map((row) => row[unit]!);
    const most = Math.max(...own.map(Math.abs));
    own.forEach((weight, pixel) => {
      data[unit * added.length + pixel] = 0.5 + weight / (2 * most);
    });
  }
  const alt = inLanguage(
    {
      en: `What training added to the weights of ${count} hidden units, as pictures.`,
      zh: `训练给 ${count} 个隐藏单元的权重加上的部分，画成图片。`,
    },
    language,
  );
  const sheet = { images: { data, shape: [count, 28, 28] }, alt };
  return {
    name: 'units',
    alt: { en: alt, zh: alt },
    caption: {
      en: 'What training added to the weights of twenty hidden units. Ink on a light pixel speaks for the unit, ink on a dark one against it; where it is grey, nothing was learned, for no digit has ink there.',
      zh: '训练给二十个隐藏单元的权重加上的部分。亮像素上有墨支持该单元，暗像素上有墨反对它；灰色处什么也没学到，因为没有数字在那里有墨。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: 10 }) },
    narrow: { svg: imageSheet({ ...sheet, columns: 5 }) },
  };
}
