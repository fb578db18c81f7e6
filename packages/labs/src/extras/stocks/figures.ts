import { compareCurves, lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import type { Forecaster, PricesAnswers } from './checks';
import { kindNames, nameOf } from './networks';
import type { PricesData } from './prices-data';

const words = {
  actual: { en: 'actual', zh: '实际' },
  naive: { en: 'as the day before', zh: '与前一天相同' },
  points: { en: 'points', zh: '点' },
  learned: { en: 'learned from', zh: '用于学习' },
  tested: { en: 'tested on', zh: '用于测试' },
} satisfies Record<string, Text>;

/** What a forecaster is called. */
export function forecasterName(who: Forecaster, language: Language): string {
  return who === 'naive' ? inLanguage(words.naive, language) : nameOf(who);
}

/** The whole series: what is learned from, and what is held back. */
export function seriesFigure({ all }: PricesData, language: Language): LabFigure {
  // Every fifth day is enough for twenty years on a screen.
  const days = Array.from({ length: Math.ceil(all.price.length / 5) }, (_, index) => 5 * index);
  const line = (of: number[]) => ({ x: of.map((day) => all.date[day]!), y: of.map((day) => all.price[day]!) });
  return {
    name: 'series',
    alt: {
      en: `Closing prices of the S&P 500 from ${all.date[0]} to ${all.date.at(-1)}, between ${readable(Math.min(...all.price))} and ${readable(Math.max(...all.price))} points.`,
      zh: `S&P 500 从 ${all.date[0]} 到 ${all.date.at(-1)} 的收盘价，在 ${readable(Math.min(...all.price))} 到 ${readable(Math.max(...all.price))} 点之间。`,
    },
    caption: {
      en: 'Closing prices of the S&P 500. The last days are held back: they end with the fall of March 2020, which nobody learns from here.',
      zh: 'S&P 500 的收盘价。最后一段留作测试：它以 2020 年 3 月的下跌结束，这里没有谁学过它。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [inLanguage(words.learned, language)]: line(days.filter((day) => day < all.testFrom)),
          [inLanguage(words.tested, language)]: line(days.filter((day) => day >= all.testFrom)),
        },
        words: { y: inLanguage(words.points, language) },
      }),
    },
  };
}

/** Actual and forecast prices of the test days, or of the last of them. */
export function forecastsFigure(
  which: 'forecasts' | 'closer',
  { forecasts }: PricesAnswers,
  { days }: PricesData,
  language: Language,
): LabFigure {
  const from = which === 'closer' ? Math.max(0, days.price.length - 40) : 0;
  const date = days.date.slice(from);
  const shown: Forecaster[] = which === 'closer' ? [...kindNames, 'naive'] : [...kindNames];
  const lines = {
    [inLanguage(words.actual, language)]: { x: date, y: days.price.slice(from) },
    ...Object.fromEntries(
      shown.map((who) => [forecasterName(who, language), { x: date, y: Array.from(forecasts[who]).slice(from) }]),
    ),
  };
  const texts =
    which === 'closer'
      ? {
          alt: {
            en: `The last ${date.length} test days: every forecast follows the actual price a day late or more.`,
            zh: `最后 ${date.length} 个测试日：每个预测都比实际价格至少晚一天。`,
          },
          caption: {
            en: 'The last forty test days. From afar the forecasts look good; here one sees that they repeat what has been, some days late.',
            zh: '最后四十个测试日。远看预测很好，近看就会发现它们只是在重复已经发生的事，还晚了几天。',
          },
        }
      : {
          alt: {
            en: `Actual and forecast prices of ${date.length} test days.`,
            zh: `${date.length} 个测试日的实际价格与预测价格。`,
          },
          caption: {
            en: 'Actual and forecast prices of the test days. Each forecast knows the sixty days before.',
            zh: '测试日的实际价格与预测价格。每个预测都知道此前六十天。',
          },
        };
  return {
    name: which,
    ...texts,
    picture: { spec: lineChart({ lines, words: { y: inLanguage(words.points, language) } }) },
  };
}

/** What the loss did, for all three. */
export function lossesFigure({ histories }: PricesAnswers, language: Language): LabFigure {
  const last = kindNames.map(
    (kind) => `${nameOf(kind)} ${(histories[kind].val_loss?.at(-1) ?? Number.NaN).toPrecision(2)}`,
  );
  return {
    name: 'losses',
    alt: {
      en: `Validation loss at the end: ${last.join(', ')}.`,
      zh: `最后的验证损失：${last.join('，')}。`,
    },
    caption: {
      en: 'Mean squared error of the scaled prices after each epoch: training dashed, the last tenth of the training days solid. Dropout makes training harder than validation.',
      zh: '各轮次之后缩放价格的均方误差：虚线为训练，实线为训练日的最后十分之一。dropout 使训练比验证更难。',
    },
    picture: {
      spec: compareCurves({
        runs: Object.fromEntries(kindNames.map((kind) => [nameOf(kind), histories[kind]])),
        metric: 'loss',
        words: language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {},
      }),
    },
  };
}
