import type { Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { readAnswers } from '../shared/class-answers';
import { confusionFigure } from '../shared/confusion-figure';
import { predictionsFigure, samplesFigure } from '../shared/picture-figures';
import { about } from './about';
import { type BestAnswers, checks } from './checks';
import { blockFigure, curvesFigures, mapsFigure, nameOf } from './figures';
import { build, epochsOf, type NetworkName, network, networkNames } from './networks';
import { loadPictures, type PicturesData } from './pictures-data';
import { story } from './story';
import { trainNetwork } from './train-network';

type Networks = Record<NetworkName, Model>;

/** Lab 10: seven networks on the same pictures, from two dense layers to residual blocks. */
export const lab = defineLab<PicturesData, Networks, BestAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 32, limit: 160 },
    laptop: { epochs: 7, batchSize: 32, limit: 12_000 },
    full: { epochs: 12, batchSize: 64 },
  },

  async data({ settings, datasets }) {
    return loadPictures(datasets, settings.limit);
  },

  async explore(data, { say, show }) {
    const { counts, name, shape, classNames } = data;
    const [height, width, channels] = shape;
    await say({
      en: `${name}: ${readable(counts.train)} pictures to learn from and ${readable(counts.test)} to be tested on, ${height} x ${width} pixels, ${channels === 1 ? 'grey' : 'in colour'}, of ten kinds: ${classNames.join(', ')}.`,
      zh: `${name}：${readable(counts.train)} 张图片用于学习，${readable(counts.test)} 张用于测试，${height} x ${width} 像素，${channels === 1 ? '灰度' : '彩色'}，共十类：${classNames.join('、')}。`,
    });
    await show(samplesFigure(data));
    await show(await blockFigure());
  },

  model() {
    return Object.fromEntries(networkNames.map((name) => [name, network(name)])) as Networks;
  },

  async train(networks, data, { settings, callbacks, say }) {
    const all: Record<string, readonly number[]> = {};
    // All at once: a run that is stopped on its way keeps the weights of all.
    for (const name of networkNames) build(networks[name], data.shape);
    for (const name of networkNames) {
      const parameters = readable(networks[name].countParams());
      await say({
        en: `${nameOf(name, 'en')}: ${parameters} parameters`,
        zh: `${nameOf(name, 'zh')}：${parameters} 个参数`,
      });
      const epochs = epochsOf(name, settings.epochs);
      const history = await trainNetwork(networks[name], data, { ...settings, epochs }, callbacks);
      for (const [metric, values] of Object.entries(history)) all[`${name}.${metric}`] = values;
    }
    return all;
  },

  async evaluate(networks, { x, labels }, { callbacks, say }) {
    await say({ en: 'Each tested on pictures it has never seen:', zh: '每个网络都在从未见过的图片上测试：' });
    const results: Record<string, number> = {};
    for (const name of networkNames) {
      const options = { returnDict: true, verbose: 0, callbacks } as const;
      const { accuracy, loss } = await networks[name].evaluate(x.test, labels.test, options);
      results[`${name}_accuracy`] = accuracy!;
      results[`${name}_loss`] = loss!;
    }
    return results;
  },

  async predict(networks, data, { callbacks, language, say, show }) {
    const best = bestByValidation(networks);
    await say({
      en: `The best on the pictures held back: ${nameOf(best, 'en')}. What it says of the test pictures:`,
      zh: `在留出的图片上最好的是 ${nameOf(best, 'zh')}。它对测试图片的回答：`,
    });
    const output = (await networks[best].predict(data.x.test, { verbose: 0, callbacks })) as tf.Tensor;
    const answers = readAnswers((await output.data()) as Float32Array, data.classNames.length);
    output.dispose();
    const { predictions } = answers;
    await show(await mapsFigure(networks.lenet, data, language));
    await show(
      confusionFigure({ labels: data.labels.test.data, predictions, classNames: data.classNames }, language, {
        en: `Rows are what the pictures show, columns what ${nameOf(best, 'en')} says.`,
        zh: `行是图片的真实类别，列是 ${nameOf(best, 'zh')} 的回答。`,
      }),
    );
    await show(predictionsFigure(answers, data));
    return { ...answers, best };
  },

  async report(run, context) {
    for (const figure of curvesFigures(run.history, context.language)) await context.show(figure);
    return story(run, context);
  },

  checks,
});

/** Chosen by the pictures held back: whoever chooses by the test pictures is no longer tested by them. */
function bestByValidation(networks: Networks): NetworkName {
  const last = (name: NetworkName) => networks[name].history?.history.val_accuracy?.at(-1) ?? 0;
  return networkNames.reduce((best, name) => (last(name) > last(best) ? name : best));
}
