import { scatterPlot } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language } from '../../texts';
import { confusionFigure as sharedConfusion } from '../shared/confusion-figure';
import { curvesFigure as sharedCurves } from '../shared/curves-figure';
import type { Flowers, IrisData } from './iris-data';

/** Petal length against petal width: the three species nearly part by these two alone. */
export function petalsFigure({ train, classNames }: IrisData, language: Language): LabFigure {
  const column = (at: number) => Array.from(train.y, (_, row) => train.x.data[row * train.x.shape[1] + at]!);
  const words = {
    x: inLanguage({ en: 'petal length, cm', zh: '花瓣长度（厘米）' }, language),
    y: inLanguage({ en: 'petal width, cm', zh: '花瓣宽度（厘米）' }, language),
  };
  // In the order of the species, so that the legend is in that order as well.
  const rows = Array.from(train.y.keys()).sort((a, b) => train.y[a]! - train.y[b]!);
  const [x, y] = [column(2), column(3)];
  return {
    name: 'petals',
    alt: {
      en: 'Petal length against petal width: setosa lies apart at small lengths, versicolor and virginica touch.',
      zh: '花瓣长度与宽度的散点图：setosa 独自位于小尺寸处，versicolor 和 virginica 相接。',
    },
    caption: {
      en: 'The flowers to learn from. Setosa is easy; between versicolor and virginica there is a border where mistakes happen.',
      zh: '用于学习的花。setosa 很容易；versicolor 和 virginica 之间的边界上会出错。',
    },
    picture: {
      spec: scatterPlot({
        x: rows.map((row) => x[row]!),
        y: rows.map((row) => y[row]!),
        groups: rows.map((row) => classNames[train.y[row]!]!),
        words,
      }),
    },
  };
}

/** Loss and accuracy of the walkthrough's network over its epochs. */
export function curvesFigure(history: Readonly<Record<string, readonly number[]>>, language: Language): LabFigure {
  return sharedCurves({ loss: history.loss!, accuracy: history.accuracy! }, language, {
    metrics: ['loss', 'accuracy'],
    caption: {
      en: 'Loss and accuracy on the training flowers after each epoch of the loop written by hand.',
      zh: '亲手写的循环每个轮次之后，在训练数据上的损失和准确率。',
    },
  });
}

/** The same of the single layer. */
export function bareCurvesFigure(history: Readonly<Record<string, readonly number[]>>, language: Language): LabFigure {
  return sharedCurves({ loss: history.bare_loss!, accuracy: history.bare_accuracy! }, language, {
    name: 'bare-curves',
    metrics: ['loss', 'accuracy'],
    caption: {
      en: 'The bare version: one layer, softmax, the mean squared error. Fifteen parameters are enough to come close.',
      zh: '最简版本：单层、softmax、均方误差。十五个参数就几乎够用。',
    },
  });
}

/** Which species was taken for which. */
export function confusionFigure(
  { y }: Flowers,
  predictions: ArrayLike<number>,
  classNames: readonly string[],
  language: Language,
): LabFigure {
  return sharedConfusion({ labels: y, predictions, classNames }, language, {
    en: 'The thirty test flowers: rows are what they are, columns what the network says.',
    zh: '三十朵测试花：行是真实品种，列是网络的回答。',
  });
}
