import { lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import { type LineData, rule } from './line-data';

/** The six points, the rule, and the line that was found, as far as the place nobody has looked at. */
export function lineFigure(
  { x, y, unseen }: LineData,
  found: { weight: number; bias: number },
  language: Language,
): LabFigure {
  const ends = [x[0]!, unseen];
  const [names, axes] = [
    { rule: { en: 'the rule, 3x + 1', zh: '规律 3x + 1' }, found: { en: 'found', zh: '学到的' } },
    { x: 'x', y: 'y' },
  ];
  return {
    name: 'line',
    alt: {
      en: `Six points on y = 3x + 1, and the line found: y = ${readable(found.weight, 3)} x + ${readable(found.bias, 3)}.`,
      zh: `y = 3x + 1 上的六个点，以及学到的直线：y = ${readable(found.weight, 3)} x + ${readable(found.bias, 3)}。`,
    },
    caption: {
      en: 'The six points, the rule behind them, and the line that one neuron found.',
      zh: '六个点、它们背后的规律，以及一个神经元学到的直线。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [inLanguage(names.rule, language)]: { x: ends, y: ends.map(rule) },
          [inLanguage(names.found, language)]: {
            x: ends,
            y: ends.map((at) => found.weight * at + found.bias),
          },
        },
        points: { x, y },
        words: axes,
      }),
    },
  };
}

/** Weight and bias over the epochs. */
export function approachFigure(weights: readonly number[], biases: readonly number[], language: Language): LabFigure {
  const [w, b] = [weights, biases].map((values) => `${readable(values[0]!, 2)} → ${readable(values.at(-1)!, 3)}`);
  return {
    name: 'approach',
    alt: { en: `Weight ${w}, bias ${b}.`, zh: `权重 ${w}，偏置 ${b}。` },
    caption: {
      en: 'Weight and bias after each epoch. The weight is near 3 within some fifty epochs, and then both creep: along the valley of the loss the slope is slight.',
      zh: '每个轮次之后的权重和偏置。权重约五十个轮次就接近 3，之后两者都慢慢爬：沿着损失的谷底，坡度很小。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [inLanguage({ en: 'weight, to 3', zh: '权重，趋向 3' }, language)]: { y: weights },
          [inLanguage({ en: 'bias, to 1', zh: '偏置，趋向 1' }, language)]: { y: biases },
        },
        words: { x: inLanguage({ en: 'epoch', zh: '轮次' }, language) },
      }),
    },
  };
}

/** The loss, by powers of ten: at the end it falls by the same share in each epoch. */
export function lossFigure(loss: readonly number[], language: Language): LabFigure {
  const [first, last] = [loss[0]!, loss.at(-1)!].map((value) => value.toPrecision(3));
  return {
    name: 'loss',
    alt: { en: `Loss by epoch, ${first} → ${last}.`, zh: `各轮次的损失，${first} → ${last}。` },
    caption: {
      en: 'The loss by powers of ten. A straight line: each epoch takes away the same share of what is left, never all of it.',
      zh: '按十的幂画出的损失。它成一条直线：每个轮次去掉剩余部分的同一比例，但从不去掉全部。',
    },
    picture: {
      spec: lineChart({
        lines: { loss: { y: loss } },
        logarithmic: true,
        words: {
          x: inLanguage({ en: 'epoch', zh: '轮次' }, language),
          y: inLanguage({ en: 'mean squared error', zh: '均方误差' }, language),
        },
      }),
    },
  };
}
