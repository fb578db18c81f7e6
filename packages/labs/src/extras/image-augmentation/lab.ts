import { deriveSeed } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { normalise } from '../../labs/shared/pixels';
import { readable } from '../../texts';
import { about } from './about';
import { type AugmentedHistories, checks } from './checks';
import { type FewPictures, loadFewPictures } from './few-pictures';
import { accuracyFigure, changedFigure, nameOf } from './figures';
import { generators, type Way, ways } from './generators';
import { picturesNetwork } from './network';
import { story } from './story';

/** The course's numbers: steps in an epoch and in a validation, as far as there are pictures for them. */
const steps = { epoch: 20, validation: 3 };
const validationBatch = 100;

/** The same few pictures, as they are and changed by chance. */
export const lab = defineLab<FewPictures, Record<Way, Sequential>, AugmentedHistories>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 16, limit: 64 },
    laptop: { epochs: 25, batchSize: 32 },
    full: { epochs: 100, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadFewPictures(datasets, settings.limit);
  },

  async explore(data, { say, show }) {
    await say({
      en: `${readable(data.counts.train)} pictures to learn from, few on purpose, and ${readable(data.counts.test)} to be tested on.`,
      zh: `${readable(data.counts.train)} 张图片用于学习（故意很少），${readable(data.counts.test)} 张用于测试。`,
    });
    await show(await changedFigure(data));
  },

  model() {
    return { plain: picturesNetwork(), augmented: picturesNetwork() };
  },

  async train(nets, { train, validation }, { settings, callbacks, say }) {
    // From the same weights, and in the same order of pictures: nothing differs but the changes.
    const start = nets.plain.getWeights();
    nets.augmented.setWeights(start);
    tf.dispose(start);
    const seed = deriveSeed();
    const { batchSize } = settings;
    const watched = { batchSize: validationBatch, shuffle: false };
    for (const way of ways) {
      await say({ en: `Pictures ${nameOf(way, 'en')}:`, zh: `图片${nameOf(way, 'zh')}：` });
      const x = { data: train.x.data, shape: train.x.shape };
      const batches = generators[way].flow(x, Array.from(train.y.data), { batchSize, seed });
      const unchanged = generators.plain.flow(
        { data: validation.x.data, shape: validation.x.shape },
        Array.from(validation.y.data),
        watched,
      );
      await nets[way].fit(batches.repeat(), null, {
        epochs: settings.epochs,
        stepsPerEpoch: Math.min(steps.epoch, Math.ceil(train.y.length / batchSize)),
        validationData: unchanged,
        validationSteps: Math.min(steps.validation, Math.ceil(validation.y.length / validationBatch)),
        callbacks,
        verbose: 0,
      });
    }
    return { ...nets.augmented.history!.history };
  },

  async evaluate(nets, { train, test }) {
    const options = { returnDict: true, verbose: 0 } as const;
    const results: Record<string, number> = {};
    for (const way of ways) {
      const unseen = await nets[way].evaluate(normalise(test.x), test.y, options);
      const seen = await nets[way].evaluate(normalise(train.x), train.y, options);
      results[`${way}_loss`] = unseen.loss!;
      results[`${way}_accuracy`] = unseen.accuracy!;
      results[`${way}_training_accuracy`] = seen.accuracy!;
    }
    return results;
  },

  async predict(nets) {
    return { plain: nets.plain.history!.history, augmented: nets.augmented.history!.history };
  },

  async report(run, context) {
    await context.show(accuracyFigure(run.answers, context.language));
    return story(run, context);
  },

  checks,
});
