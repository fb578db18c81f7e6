import * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { confusionFigure } from '../../labs/01-mnist-digits/figures';
import { answersOf } from '../../labs/shared/answers-of';
import { type DigitsData, loadDigits } from '../../labs/shared/digits';
import { oneHot } from '../../labs/shared/one-hot';
import { readable } from '../../texts';
import { about } from './about';
import { checks, type WideHistories } from './checks';
import { lossesFigure, pullFigure } from './figures';
import { functionalNetwork, type WideNets, wideNetwork } from './networks';
import { story } from './story';

const names = ['mse', 'crossentropy', 'functional'] as const;

/** RMSprop in small steps is so much quicker that a tenth of the epochs is enough. */
const functionalSettings = (epochs: number) => ({ epochs: Math.max(1, Math.round(epochs / 10)), batchSize: 64 });

/** The same wide network with two losses, and a functional one. */
export const lab = defineLab<DigitsData, WideNets, WideHistories>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 64, limit: 640 },
    laptop: { epochs: 10, batchSize: 512 },
    full: { epochs: 50, batchSize: 512 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ counts }, { say }) {
    await say({
      en: `${readable(counts.train)} digits, each as a row of 784 numbers: which pixel is beside which is lost. Labels as rows with a 1 at the digit (one-hot), for the squared error compares numbers with numbers.`,
      zh: `${readable(counts.train)} 个数字，每个是一行 784 个数：像素的相邻关系丢失了。标签写成在该数字处为 1 的一行（独热编码），因为均方误差是数与数的比较。`,
    });
  },

  model() {
    return {
      mse: wideNetwork('mse'),
      crossentropy: wideNetwork('categorical_crossentropy'),
      functional: functionalNetwork(),
    };
  },

  async train(nets, data, { settings, callbacks, say }) {
    const { epochs, batchSize } = settings;
    const x = rows(data, 'train');
    const y = oneHot(data.labels.train.data, data.classNames.length);
    const told = {
      mse: { en: 'Mean squared error:', zh: '均方误差：' },
      crossentropy: { en: 'Cross-entropy, all else the same:', zh: '交叉熵，其余相同：' },
      functional: { en: 'The functional network, with RMSprop:', zh: '函数式网络，用 RMSprop：' },
    };
    // From the same weights: nothing differs but the loss.
    const start = nets.mse.getWeights();
    nets.crossentropy.setWeights(start);
    tf.dispose(start);
    for (const name of names) {
      await say(told[name]);
      await say({ en: nets[name].summary({ print: false }), zh: nets[name].summary({ print: false }) });
      await nets[name].fit(x, y, {
        ...(name === 'functional' ? functionalSettings(epochs) : { epochs, batchSize }),
        validationSplit: 0.1,
        callbacks,
        verbose: 0,
      });
    }
    return { ...nets.mse.history!.history };
  },

  async evaluate(nets, data, { callbacks, say }) {
    await say({ en: 'Each tested on digits it has never seen:', zh: '每个网络都在从未见过的数字上测试：' });
    const [x, y] = [rows(data, 'test'), oneHot(data.labels.test.data, data.classNames.length)];
    const test: Record<string, number> = {};
    for (const name of names) {
      const { loss, accuracy } = await nets[name].evaluate(x, y, { returnDict: true, verbose: 0, callbacks });
      test[`${name}_loss`] = loss!;
      test[`${name}_accuracy`] = accuracy!;
    }
    return test;
  },

  async predict(nets, data, { callbacks, language, show }) {
    const answers = await answersOf(nets.mse, rows(data, 'test'), data.classNames.length, callbacks);
    await show(confusionFigure(answers, data, language));
    const of = (name: keyof WideNets) => nets[name].history!.history;
    return { mse: of('mse'), crossentropy: of('crossentropy'), functional: of('functional') };
  },

  async report(run, context) {
    await context.show(lossesFigure(run.answers, context.language));
    await context.show(pullFigure(context.language));
    return story(run, context);
  },

  checks,
});

/** Pictures as rows of pixels. */
function rows({ x, counts }: DigitsData, which: 'train' | 'test') {
  return { data: x[which].data, shape: [counts[which], 784] };
}
