import { type LearningCurvesOptions, learningCurves } from '@tenlab/viz';
import type { LabFigure, Picture } from '../../define-lab';
import { type Language, readable, type Text } from '../../texts';

/** What curves are called in the languages of the labs. */
export const curveWords = {
  en: { metrics: { mae: 'mean absolute error', mse: 'mean squared error' } },
  zh: {
    training: '训练',
    validation: '验证',
    epoch: '轮次',
    metrics: { accuracy: '准确率', loss: '损失', mae: '平均绝对误差', mse: '均方误差' },
  },
} satisfies Record<Language, LearningCurvesOptions['words']>;

const names: Readonly<Record<string, Text>> = {
  accuracy: { en: 'accuracy', zh: '准确率' },
  loss: { en: 'loss', zh: '损失' },
  mae: { en: 'mean absolute error', zh: '平均绝对误差' },
};

export interface CurvesFigureOptions {
  /** Its file's name without ending; `curves` when left out. */
  name?: string;
  /** One panel for each of these. */
  metrics: readonly string[];
  caption: Text;
  /** Leave the first epochs out, which would press all others flat. */
  from?: number;
}

/** What metrics did over the epochs: wide, narrow, and in words. */
export function curvesFigure(
  history: Readonly<Record<string, readonly number[]>>,
  language: Language,
  { name = 'curves', metrics, caption, from = 0 }: CurvesFigureOptions,
): LabFigure {
  // A gap, not a shift: the axis goes on counting from the first epoch.
  const shown = Object.fromEntries(
    Object.entries(history).map(([metric, values]) => [
      metric,
      values.map((value, epoch) => (epoch < from && values.length > 4 * from ? Number.NaN : value)),
    ]),
  );
  const picture = (layout: 'row' | 'column'): Picture => ({
    spec: learningCurves(shown, { metrics: [...metrics], layout, words: curveWords[language] }),
  });
  const ends = (metric: string) =>
    `${readable(history[metric]?.[0] ?? Number.NaN, 4)} → ${readable(history[metric]?.at(-1) ?? Number.NaN, 4)}`;
  const told = (inWhich: Language) =>
    metrics.map((metric) => {
      const word = names[metric]?.[inWhich] ?? metric;
      if (history[`val_${metric}`] === undefined) return `${word} ${ends(metric)}`;
      const validation = ends(`val_${metric}`);
      return inWhich === 'en'
        ? `${word} ${ends(metric)}, validation ${validation}`
        : `${word} ${ends(metric)}，验证 ${validation}`;
    });
  return {
    name,
    alt: { en: `Curves by epoch: ${told('en').join('; ')}.`, zh: `各轮次的曲线：${told('zh').join('；')}。` },
    caption,
    picture: picture('row'),
    narrow: picture('column'),
  };
}
