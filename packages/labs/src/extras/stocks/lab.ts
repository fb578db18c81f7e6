import type { Callback, Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { about } from './about';
import { checks, type Forecaster, type PricesAnswers } from './checks';
import { forecastsFigure, lossesFigure, seriesFigure } from './figures';
import { forecastErrors } from './forecast-errors';
import { type Kind, kindNames, nameOf, pricesNetwork } from './networks';
import { loadPrices, type PricesData } from './prices-data';
import { story } from './story';

/** Three kinds of recurrent network, and a forecast without any. */
export const lab = defineLab<PricesData, Record<Kind, Sequential>, PricesAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 64, limit: 200 },
    laptop: { epochs: 10, batchSize: 64, limit: 1500 },
    full: { epochs: 50, batchSize: 64 },
  },

  async data({ settings, datasets }) {
    return loadPrices(datasets, settings.limit);
  },

  async explore(data, { language, say, show }) {
    const { counts, days } = data;
    await say({
      en: `${readable(counts.train)} windows of sixty days to learn from; tested on the last ${counts.test} days, from ${days.date[0]} to ${days.date.at(-1)}.`,
      zh: `${readable(counts.train)} 个六十天的窗口用于学习；在最后 ${counts.test} 天上测试，从 ${days.date[0]} 到 ${days.date.at(-1)}。`,
    });
    await show(seriesFigure(data, language));
  },

  model() {
    return Object.fromEntries(kindNames.map((kind) => [kind, pricesNetwork(kind)])) as Record<Kind, Sequential>;
  },

  async train(networks, { train }, { settings, callbacks, say }) {
    for (const kind of kindNames) {
      const parameters = readable(networks[kind].countParams());
      await say({ en: `${nameOf(kind)}, ${parameters} parameters:`, zh: `${nameOf(kind)}，${parameters} 个参数：` });
      await networks[kind].fit(train.x, train.y, {
        epochs: settings.epochs,
        batchSize: settings.batchSize,
        validationSplit: 0.1,
        callbacks,
        verbose: 0,
      });
    }
    return { ...networks.lstm.history!.history };
  },

  async evaluate(networks, data, context) {
    const { errors } = await forecastAll(networks, data, context.callbacks);
    const all = (Object.keys(errors) as Forecaster[]).flatMap((who) =>
      Object.entries(errors[who]).map(([measure, value]): [string, number] => [`${who}_${measure}`, value]),
    );
    return Object.fromEntries(all);
  },

  async predict(networks, data, { callbacks, language, say, show }) {
    const { forecasts, errors, flat, ranking } = await forecastAll(networks, data, callbacks);
    const of = (kind: Kind) => networks[kind].history!.history;
    const answers: PricesAnswers = {
      histories: { simple: of('simple'), lstm: of('lstm'), gru: of('gru') },
      forecasts,
      errors,
      flat,
      ranking,
    };
    await say({
      en: `Who says that tomorrow is as today is off by ${readable(errors.naive.mae, 1)} points on average.`,
      zh: `说“明天和今天一样”，平均差 ${readable(errors.naive.mae, 1)} 点。`,
    });
    await show(forecastsFigure('forecasts', answers, data, language));
    await show(forecastsFigure('closer', answers, data, language));
    return answers;
  },

  async report(run, context) {
    await context.show(lossesFigure(run.answers, context.language));
    return story(run, context);
  },

  checks,
});

/** What all say of the test days, and how far they are off, in points of the index. */
async function forecastAll(
  networks: Record<Kind, Sequential>,
  { test, days, scale, all }: PricesData,
  callbacks: Callback[],
): Promise<Omit<PricesAnswers, 'histories'>> {
  const forecasts: Record<Forecaster, ArrayLike<number>> = {
    naive: days.before,
    simple: [],
    lstm: [],
    gru: [],
  };
  for (const kind of kindNames) {
    const output = (await networks[kind].predict(test.x, { verbose: 0, callbacks })) as tf.Tensor;
    const scaled = await output.data();
    output.dispose();
    forecasts[kind] = Float64Array.from(scaled, (value) => scale.least + value * (scale.most - scale.least));
  }
  const who = [...kindNames, 'naive'] as Forecaster[];
  const errors = Object.fromEntries(
    who.map((one) => [one, forecastErrors(forecasts[one], days.price)]),
  ) as PricesAnswers['errors'];
  const mean = all.price.subarray(0, all.testFrom).reduce((sum, price) => sum + price, 0) / all.testFrom;
  const flat = forecastErrors(new Float64Array(days.price.length).fill(mean), days.price);
  const ranking = who.sort((a, b) => errors[a].mae - errors[b].mae);
  return { forecasts, errors, flat, ranking };
}
