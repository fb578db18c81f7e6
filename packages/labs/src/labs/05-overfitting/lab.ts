import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { loadReviews, type Reviews } from '../shared/reviews';
import { about } from './about';
import { checks, type Histories, type OverfittingNets } from './checks';
import { boundaryFigure, nameOf, remediesFigure, sizesFigure } from './figures';
import { multiHot } from './multi-hot';
import { textNetwork, type Variant, variantNames, variants } from './networks';
import { halfMoons, planeCounts, planeGrid, planeNetwork, repeated } from './plane';
import { story } from './story';

const numWords = 1000;
const planePenalty = 0.003;
const gridSize = 61;

/** Lab 5: one set of texts, six networks, and which of them learn by heart. */
export const lab = defineLab<Reviews, OverfittingNets, Histories>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 256, limit: 256 },
    laptop: { epochs: 15, batchSize: 256 },
    full: { epochs: 20, batchSize: 512 },
  },

  async data({ settings, datasets }) {
    return loadReviews(datasets, { numWords, limit: settings.limit });
  },

  async explore({ counts, validation, codec, train, maxlen }, { say }) {
    const text = codec.decode(train.x.data.subarray(0, maxlen)).replace('[START] ', '');
    await say({
      en: `${readable(counts.train)} texts to learn from, ${readable(validation.y.length)} to watch by. A text such as\n  ${text}\nbecomes a row of ${numWords} zeros and ones: which of the most frequent words it holds.`,
      zh: `${readable(counts.train)} 段文字用于学习，${readable(validation.y.length)} 段用于观察。像\n  ${text}\n这样的文字变成 ${numWords} 个 0 和 1 的一行：含有哪些最常见的词。`,
    });
  },

  model() {
    const texts = Object.fromEntries(variantNames.map((name) => [name, textNetwork(numWords, variants[name])]));
    return {
      ...(texts as Record<Variant, Sequential>),
      plane: planeNetwork(),
      plane_l2: planeNetwork(planePenalty),
    };
  },

  async train(networks, { train, validation }, { settings, callbacks, say }) {
    const x = multiHot(train.x, numWords);
    const watched = multiHot(validation.x, numWords);
    const all: Record<string, number[]> = {};
    for (const name of variantNames) {
      const parameters = readable(networks[name].countParams());
      await say({
        en: `${nameOf(name, 'en')}: ${parameters} parameters`,
        zh: `${nameOf(name, 'zh')}：${parameters} 个参数`,
      });
      const { history } = await networks[name].fit(x, train.y, {
        epochs: settings.epochs,
        batchSize: settings.batchSize,
        validationData: [watched, validation.y],
        callbacks,
        verbose: 0,
      });
      for (const [metric, values] of Object.entries(history)) all[`${name}.${metric}`] = values;
    }
    await say({
      en: `The same in a plane, where it can be seen: ${planeCounts.train} points of two kinds, without L2 and with it:`,
      zh: `再到能看见的平面上：两类共 ${planeCounts.train} 个点，不用 L2 和用 L2：`,
    });
    // Each epoch goes over the points so often that it is worth a line.
    const points = repeated(halfMoons(planeCounts.train, 'train'), 20);
    for (const name of ['plane', 'plane_l2'] as const) {
      const { epochs } = settings;
      await networks[name].fit(points.x, points.y, { epochs, batchSize: 16, callbacks, verbose: 0 });
    }
    return all;
  },

  async evaluate(networks, { test }, { callbacks, say }) {
    await say({ en: 'Each tested on texts it has never seen:', zh: '每个网络都在从未见过的文字上测试：' });
    const x = multiHot(test.x, numWords);
    const results: Record<string, number> = {};
    for (const name of variantNames) {
      const { accuracy, binary_crossentropy } = await networks[name].evaluate(x, test.y, {
        returnDict: true,
        verbose: 0,
        callbacks,
      });
      results[`${name}_accuracy`] = accuracy!;
      results[`${name}_binary_crossentropy`] = binary_crossentropy!;
    }
    const moons = halfMoons(planeCounts.test, 'test');
    for (const name of ['plane', 'plane_l2'] as const) {
      const options = { returnDict: true, verbose: 0, callbacks } as const;
      const { accuracy, binary_crossentropy } = await networks[name].evaluate(moons.x, moons.y, options);
      results[`${name}_accuracy`] = accuracy!;
      results[`${name}_binary_crossentropy`] = binary_crossentropy!;
    }
    return results;
  },

  async predict(networks, _, { callbacks, language, show }) {
    const grid = planeGrid(gridSize);
    const points = halfMoons(planeCounts.train, 'train');
    for (const name of ['plane', 'plane_l2'] as const) {
      const options = { verbose: 0, batchSize: 1024, callbacks } as const;
      const output = (await networks[name].predict(grid.places, options)) as tf.Tensor;
      await show(boundaryFigure(name, ((await output.data()) as Float32Array).slice(), grid, points, language));
      output.dispose();
    }
    // What each network did over the epochs is what this lab asks; `fit` left it with the network.
    const histories = variantNames.map((name) => [name, networks[name].history?.history ?? {}]);
    return Object.fromEntries(histories) as Histories;
  },

  async report(run, context) {
    await context.show(sizesFigure(run.answers, context.language));
    await context.show(remediesFigure(run.answers, context.language));
    return story(run, context);
  },

  checks,
});
