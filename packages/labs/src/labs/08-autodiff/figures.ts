import { lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import { type Points, trueLine, trueWave } from './noisy-data';

/** How w and b approach what they should be. */
export function approachFigure(
  { w = [], b = [] }: Readonly<Record<string, readonly number[]>>,
  language: Language,
): LabFigure {
  const flat = (value: number) => w.map(() => value);
  const [wTrue, bTrue] = language === 'zh' ? ['真实的 w', '真实的 b'] : ['true w', 'true b'];
  const ends = (values: readonly number[]) =>
    `${readable(values[0] ?? Number.NaN, 2)} → ${readable(values.at(-1) ?? Number.NaN, 2)}`;
  return {
    name: 'approach',
    alt: { en: `By epoch: w ${ends(w)}, b ${ends(b)}.`, zh: `各轮次：w ${ends(w)}，b ${ends(b)}。` },
    caption: {
      en: 'w and b after each epoch: both walk down their own slope of the loss towards the line behind the points.',
      zh: '每轮之后的 w 和 b：两者各自沿损失的坡度走向数据背后的直线。',
    },
    picture: {
      spec: lineChart({
        lines: {
          w: { y: w },
          b: { y: b },
          [wTrue]: { y: flat(trueLine.slope) },
          [bTrue]: { y: flat(trueLine.intercept) },
        },
        words: { x: inLanguage({ en: 'epoch', zh: '轮次' }, language) },
      }),
    },
  };
}

/** The points, the line behind them, and the line that was found. */
export function lineFigure({ x, y }: Points, { w, b }: { w: number; b: number }, language: Language): LabFigure {
  const ends = [-2, 2];
  const names = language === 'zh' ? ['真实的直线', '找到的直线'] : ['the line behind', 'the line found'];
  const found = `y = ${readable(w, 3)}x + ${readable(b, 3)}`;
  return {
    name: 'line',
    alt: {
      en: `Points along y = 3x + 2 and the line found, ${found}.`,
      zh: `y = 3x + 2 附近的点和找到的直线 ${found}。`,
    },
    caption: {
      en: `Sixty of the test points, with noise of deviation 1, the line behind them and the one found: ${found}.`,
      zh: `六十个测试点（噪声标准差为 1）、背后的直线和找到的直线：${found}。`,
    },
    picture: {
      spec: lineChart({
        lines: {
          [names[0]!]: { x: ends, y: ends.map((at) => trueLine.slope * at + trueLine.intercept) },
          [names[1]!]: { x: ends, y: ends.map((at) => w * at + b) },
        },
        points: some({ x, y }),
        words: { x: 'x', y: 'y' },
      }),
    },
  };
}

/** The points, the wave behind them, and what the model of residual blocks says. */
export function waveFigure({ x, y }: Points, predicted: Float32Array, loss: number, language: Language): LabFigure {
  const order = Array.from(x.keys()).sort((one, other) => x[one]! - x[other]!);
  const at = order.map((index) => x[index]!);
  const names = language === 'zh' ? ['真实的波形', '模型'] : ['the wave behind', 'the model'];
  return {
    name: 'wave',
    alt: {
      en: `Points along sin(3x) and what the model says of them; mean squared error ${readable(loss, 4)}.`,
      zh: `sin(3x) 附近的点和模型的回答；均方误差 ${readable(loss, 4)}。`,
    },
    caption: {
      en: 'Sixty of the test points, the wave behind them, and what the model of two residual blocks has made of the training points.',
      zh: '六十个测试点、背后的波形，以及由两个残差块组成的模型从训练点中学到的曲线。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [names[0]!]: { x: at, y: at.map(trueWave) },
          [names[1]!]: { x: at, y: order.map((index) => predicted[index]!) },
        },
        points: some({ x, y }),
        words: { x: 'x', y: 'y' },
      }),
    },
  };
}

/** As many points as leave the lines to be seen. */
function some({ x, y }: Points): Points {
  return { x: x.slice(0, 60), y: y.slice(0, 60) };
}
