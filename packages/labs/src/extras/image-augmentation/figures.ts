import { compareCurves, imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { pickImages } from '../../labs/shared/pick-images';
import { inLanguage, type Language, percent, type Text } from '../../texts';
import type { AugmentedHistories } from './checks';
import type { FewPictures } from './few-pictures';
import { generators, type Way, ways } from './generators';

const names: Readonly<Record<Way, Text>> = {
  plain: { en: 'as they are', zh: '原样' },
  augmented: { en: 'changed by chance', zh: '随机变换' },
};

/** What either way is called. */
export function nameOf(way: Way, language: Language): string {
  return inLanguage(names[way], language);
}

/** Pictures, and what chance makes of each. */
export async function changedFigure({ train, classNames }: FewPictures): Promise<LabFigure> {
  const [count, times] = [Math.min(4, train.x.length), 10];
  const repeated = Array.from({ length: count * times }, (_, at) => Math.floor(at / times));
  const { data, shape } = pickImages(train.x, repeated);
  const changed = new Float32Array(data.length);
  const flow = generators.augmented.flow({ data, shape }, repeated, { batchSize: 8, shuffle: false, seed: 1 });
  let at = 0;
  for await (const [images] of flow) {
    changed.set(images.data, at);
    at += images.data.length;
  }
  // The first of each row as it is.
  const pixels = 28 * 28;
  for (let row = 0; row < count; row++) {
    const from = row * times * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) changed[from + pixel] = data[from + pixel]! / 255;
  }
  const shown = Array.from({ length: count }, (_, index) => classNames[train.y.data[index]!]!);
  const alt: Text = {
    en: `Four training pictures (${shown.join(', ')}), and nine changed ones of each.`,
    zh: `四张训练图片（${shown.join('、')}），以及每张的九种变换。`,
  };
  const sheet = { images: { data: changed, shape }, size: 64 };
  return {
    name: 'changed',
    alt,
    caption: {
      en: 'On the left training pictures, in their rows what chance makes of them: turned, shifted, sheared, zoomed, mirrored. One still knows what each is; that is the condition.',
      zh: '左边是训练图片，同一行是随机变换的结果：旋转、平移、剪切、缩放、翻转。条件是人仍然认得出它是什么。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: times, alt: alt.en }) },
    narrow: { svg: imageSheet({ ...sheet, columns: times / 2, alt: alt.en }) },
  };
}

/** Accuracy of either network over the epochs. */
export function accuracyFigure(histories: AugmentedHistories, language: Language): LabFigure {
  const last = (inWhich: Language) =>
    ways.map((way) => {
      const { accuracy, val_accuracy } = histories[way];
      return `${nameOf(way, inWhich)} ${percent(accuracy?.at(-1))}, ${percent(val_accuracy?.at(-1))}`;
    });
  return {
    name: 'accuracy',
    alt: {
      en: `Accuracy at the end, training and validation: ${last('en').join('; ')}.`,
      zh: `最后的准确率，训练与验证：${last('zh').join('；')}。`,
    },
    caption: {
      en: 'Accuracy after each epoch: on the pictures of its training (dashed; the changed ones where they are changed) and on pictures that are watched (solid, never changed).',
      zh: '各轮次之后的准确率：训练所用的图片（虚线；变换时即为变换后的图片）和观察用的图片（实线，从不变换）。',
    },
    picture: {
      spec: compareCurves({
        runs: Object.fromEntries(ways.map((way) => [nameOf(way, language), histories[way]])),
        metric: 'accuracy',
        words: language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {},
      }),
    },
  };
}
