import { compareCurves, lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, percent, type Text } from '../../texts';
import type { WideHistories } from './checks';

/** What the two losses are called. */
export const lossNames = {
  mse: { en: 'mean squared error', zh: '均方误差' },
  crossentropy: { en: 'cross-entropy', zh: '交叉熵' },
} satisfies Record<string, Text>;

/** Accuracy of the same network with either loss. */
export function lossesFigure(histories: WideHistories, language: Language): LabFigure {
  const last = (name: 'mse' | 'crossentropy') => percent(histories[name].val_accuracy?.at(-1));
  return {
    name: 'losses',
    alt: {
      en: `Validation accuracy at the end: ${last('mse')} with the mean squared error, ${last('crossentropy')} with cross-entropy.`,
      zh: `最后的验证准确率：均方误差 ${last('mse')}，交叉熵 ${last('crossentropy')}。`,
    },
    caption: {
      en: 'Accuracy after each epoch: the same network, the same steps of 0.1, another loss. Training dashed, validation solid.',
      zh: '各轮次之后的准确率：同样的网络、同样的学习率 0.1，损失不同。虚线为训练，实线为验证。',
    },
    picture: {
      spec: compareCurves({
        runs: {
          [inLanguage(lossNames.mse, language)]: histories.mse,
          [inLanguage(lossNames.crossentropy, language)]: histories.crossentropy,
        },
        metric: 'accuracy',
        words: language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {},
      }),
    },
  };
}

/**
 * How hard each loss pulls, by the probability `p` that the right class is given, for two classes: cross-entropy by `1 - p`,
 * the squared error by `2 p (1 - p)²`.
 */
export function pullFigure(language: Language): LabFigure {
  const p = Array.from({ length: 101 }, (_, index) => index / 100);
  return {
    name: 'pull',
    alt: {
      en: 'The pull of cross-entropy falls in a straight line from 1 to 0; that of the squared error is 0 at both ends and 0.3 at most.',
      zh: '交叉熵的拉力从 1 直线降到 0；均方误差的拉力两端为 0，最大约 0.3。',
    },
    caption: {
      en: 'How hard a loss pulls at the output, by the probability given to the right class (two classes, softmax). Where the network is surely wrong, on the left, the squared error does not pull at all.',
      zh: '损失对输出的拉力，随正确类别的概率变化（两类，softmax）。在左端，网络确信地答错时，均方误差几乎不拉。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [inLanguage(lossNames.mse, language)]: { x: p, y: p.map((one) => 2 * one * (1 - one) ** 2) },
          [inLanguage(lossNames.crossentropy, language)]: { x: p, y: p.map((one) => 1 - one) },
        },
        words: {
          x: inLanguage({ en: 'probability given to the right class', zh: '正确类别的概率' }, language),
          y: inLanguage({ en: 'gradient', zh: '梯度' }, language),
        },
      }),
    },
  };
}
