import { EarlyStopping } from '@tenlab/callbacks';
import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { about } from './about';
import { type CarsData, loadCars } from './cars-data';
import { type CarsAnswers, type CarsNets, checks } from './checks';
import { agreementFigure, errorCurves, errorsFigure, pairsFigure } from './figures';
import { buildModel } from './network';
import { story } from './story';

/** Lab 4: fuel consumption, a number rather than a class. */
export const lab = defineLab<CarsData, CarsNets, CarsAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 4, batchSize: 32 },
    laptop: { epochs: 1000, batchSize: 32 },
    full: { epochs: 1000, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadCars(datasets, settings.limit);
  },

  async explore(data, { say, show }) {
    const gaps = Object.entries(data.unknown).map(([name, count]) => `${name} ${count}`);
    const kept = data.counts.train + data.counts.test;
    await say({
      en: `${data.published} cars. Unknown values: ${gaps.join(', ')}. Rows with an unknown value are dropped; ${readable(kept)} are used, ${data.counts.train} of them to learn from.`,
      zh: `共 ${data.published} 辆车。缺失值：${gaps.join('，')}。有缺失的行被去掉，使用 ${readable(kept)} 行，其中 ${data.counts.train} 行用于学习。`,
    });
    await say({
      en: 'The origin is a word. As 1, 2, 3 it would say that Japan is three times the USA; so it becomes three columns, of which one is 1 (one-hot).',
      zh: '产地是一个词。写成 1、2、3 就等于说日本是美国的三倍，所以改成三列，其中一列为 1（独热编码）。',
    });
    await show(pairsFigure(data));
    const lines = data.statistics.map(
      ({ name, mean, deviation, least, most }) =>
        `${name.padEnd(13)}${[mean, deviation, least, most].map((value) => readable(value, 2).padStart(10)).join('')}`,
    );
    const head = (words: string[]) => ''.padEnd(13) + words.map((word) => word.padStart(10)).join('');
    await say({
      en: [head(['mean', 'deviation', 'least', 'most']), ...lines].join('\n'),
      zh: [head(['mean', 'std', 'min', 'max']), ...lines].join('\n'),
    });
    await say({
      en: 'Weight counts thousands, acceleration tens. Each column is brought to mean 0 and deviation 1, with the numbers of the training rows, for the test rows too.',
      zh: '重量以千计，加速时间以十计。每一列都用训练数据的均值和标准差变成均值 0、标准差 1，测试数据也用这些数。',
    });
  },

  model() {
    return { stopped: buildModel(), long: buildModel() };
  },

  async train({ stopped, long }, { train }, { settings, callbacks, say }) {
    await say({ en: stopped.summary({ print: false }), zh: stopped.summary({ print: false }) });
    const fit = async (model: Sequential, more: typeof callbacks) => {
      const { history } = await model.fit(train.x, train.mpg, {
        epochs: settings.epochs,
        batchSize: settings.batchSize,
        validationSplit: 0.2,
        verbose: 0,
        callbacks: [...callbacks, ...more],
      });
      return history;
    };
    await say({
      en: `Trained for all ${readable(settings.epochs)} epochs, a fifth of the rows held back for validation:`,
      zh: `训练全部 ${readable(settings.epochs)} 个轮次，留出五分之一的行做验证：`,
    });
    const all = await fit(long, []);
    await say({
      en: 'Trained anew, and stopped when the validation loss has not improved for ten epochs:',
      zh: '重新训练，验证损失连续十个轮次没有改善就停止：',
    });
    const early = await fit(stopped, [new EarlyStopping({ monitor: 'val_loss', patience: 10 })]);
    return { ...early, ...Object.fromEntries(Object.entries(all).map(([name, values]) => [`long_${name}`, values])) };
  },

  async evaluate({ stopped, long }, { test }) {
    const options = { returnDict: true, verbose: 0 } as const;
    const measures = (await stopped.evaluate(test.x, test.mpg, options)) as Record<string, number>;
    const { mae } = (await long.evaluate(test.x, test.mpg, options)) as Record<string, number>;
    return { ...measures, long_mae: mae! };
  },

  async predict({ stopped }, data, { language, show }) {
    const output = (await stopped.predict(data.test.x, { verbose: 0 })) as tf.Tensor;
    const predictions = (await output.data()) as Float32Array;
    output.dispose();
    await show(agreementFigure(data, predictions, language));
    await show(errorsFigure(data, predictions, language));
    const mean = data.train.mpg.reduce((sum, value) => sum + value, 0) / data.counts.train;
    const naive = data.test.mpg.reduce((sum, value) => sum + Math.abs(value - mean), 0) / data.counts.test;
    return { predictions, naive };
  },

  async report(run, context) {
    await context.show(errorCurves(run.history, context.language, 'long'));
    await context.show(errorCurves(run.history, context.language, 'stopped'));
    return story(run, context);
  },

  checks,
});
