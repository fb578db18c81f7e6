import { type ConfusionMatrixOptions, confusionCounts, confusionMatrix } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import type { Language, Text } from '../../texts';

const matrixWords = {
  en: {},
  zh: { actual: '真实', predicted: '预测' },
} satisfies Record<Language, ConfusionMatrixOptions['words']>;

/** Which class was taken for which, and in words the most frequent mistake. */
export function confusionFigure(
  all: { labels: ArrayLike<number>; predictions: ArrayLike<number>; classNames: readonly string[] },
  language: Language,
  caption: Text,
): LabFigure {
  const counts = confusionCounts(all);
  const mistakes = counts.flatMap((row, actual) => row.map((count, predicted) => ({ actual, predicted, count })));
  const worst = mistakes.filter(({ actual, predicted }) => actual !== predicted).sort((a, b) => b.count - a.count)[0];
  const found = worst !== undefined && worst.count > 0;
  const [actual, predicted] = [all.classNames[worst?.actual ?? 0], all.classNames[worst?.predicted ?? 0]];
  const times = worst?.count === 1 ? 'once' : `${worst?.count} times`;
  return {
    name: 'confusion',
    alt: {
      en: found
        ? `Confusion matrix. The most frequent mistake: ${actual} taken for ${predicted}, ${times}.`
        : 'Confusion matrix without a single mistake.',
      zh: found
        ? `混淆矩阵。最常见的错误：把 ${actual} 认作 ${predicted}，共 ${worst.count} 次。`
        : '混淆矩阵，没有任何错误。',
    },
    caption,
    picture: { spec: confusionMatrix({ ...all, words: matrixWords[language] }) },
  };
}
