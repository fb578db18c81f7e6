import { LearningRateScheduler } from '@tenlab/callbacks';
import type { Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { toMnistDigit } from '../../images/mnist-digit';
import { readable } from '../../texts';
import { type Answers, readAnswers, softmax } from '../shared/class-answers';
import { cosineRate } from '../shared/cosine-rate';
import { type DigitsData, loadDigits } from '../shared/digits';
import { pixelStatistics } from '../shared/pixels';
import { about } from './about';
import { checks } from './checks';
import { confusionFigure, curvesFigure, firstAnswerFigure, predictionsFigure, samplesFigure } from './figures';
import { digitsNetwork } from './network';
import { story } from './story';

/** Adam's usual one; later epochs take smaller steps. */
const firstRate = 0.001;

/** Lab 1: handwritten digits, from a first look at the pictures to the digits it gets wrong. */
export const lab = defineLab<DigitsData, Sequential, Answers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 32, limit: 640 },
    laptop: { epochs: 2, batchSize: 32 },
    full: { epochs: 10, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ images, labels, counts }, { say, show }) {
    const { mean, deviation } = pixelStatistics(images.train.data);
    await say({
      en: `${readable(counts.train)} pictures to learn from and ${readable(counts.test)} to be tested on, each of 28 x 28 pixels from 0 (black) to 255 (white).`,
      zh: `${readable(counts.train)} 张图片用于学习，${readable(counts.test)} 张用于测试；每张 28 x 28 像素，取值从 0（黑）到 255（白）。`,
    });
    await show(samplesFigure(images.train, labels.train));
    await say({
      en: `Divided by 255, all lie between 0 and 1. Standardising would subtract the mean (${readable(mean, 4)}) and divide by the deviation (${readable(deviation, 4)}) instead. Either way the inputs are of like size, so that one learning rate serves all weights.`,
      zh: `除以 255 之后，所有数值都在 0 和 1 之间。若做标准化，则是减去均值（${readable(mean, 4)}）再除以标准差（${readable(deviation, 4)}）。两种做法都使各输入大小相近，于是同一个学习率适用于所有权重。`,
    });
  },

  model() {
    return digitsNetwork();
  },

  async train(model, { x, labels }, { settings, callbacks, say }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    const { epochs, batchSize } = settings;
    const schedule = new LearningRateScheduler({ schedule: (epoch) => cosineRate(firstRate, epoch, epochs) });
    const { history } = await model.fit(x.train, labels.train, {
      epochs,
      batchSize,
      validationData: [x.test, labels.test],
      // Last, so that the rate it adds to the logs is no metric of the run.
      callbacks: [...callbacks, schedule],
      verbose: 0,
    });
    const { learning_rate: _, ...metrics } = history;
    return metrics;
  },

  async evaluate(model, { x, labels }, { callbacks, say }) {
    await say({ en: 'Tested on the images it never learned from:', zh: '在从未学习过的图片上测试：' });
    return model.evaluate(x.test, labels.test, { returnDict: true, verbose: 0, callbacks });
  },

  async predict(model, data, { callbacks, language, say, show }) {
    await say({ en: 'Asked for its answer to each of them:', zh: '逐张给出答案：' });
    const output = (await model.predict(data.x.test, { verbose: 0, callbacks })) as tf.Tensor;
    const answers = readAnswers((await output.data()) as Float32Array, data.classNames.length);
    output.dispose();
    await show(confusionFigure(answers, data, language));
    await show(predictionsFigure(answers, data));
    await show(firstAnswerFigure(answers, data));
    return answers;
  },

  async report(run, context) {
    await context.show(curvesFigure(run.history, context.language));
    return story(run, context);
  },

  checks,

  drawing: {
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    prepare: toMnistDigit,
    async probabilities(model, pixels) {
      const input = tf.tensor4d(pixels, [1, 28, 28, 1]);
      const output = (await model.predict(input, { verbose: 0 })) as tf.Tensor;
      const probabilities = softmax((await output.data()) as Float32Array);
      tf.dispose([input, output]);
      return probabilities;
    },
  },
});
