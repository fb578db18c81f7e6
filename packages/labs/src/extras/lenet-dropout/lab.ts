import type { Sequential } from '@tenlab/layers';
import { defineLab } from '../../define-lab';
import { confusionFigure, curvesFigure, predictionsFigure } from '../../labs/01-mnist-digits/figures';
import { answersOf } from '../../labs/shared/answers-of';
import type { Answers } from '../../labs/shared/class-answers';
import { type DigitsData, loadDigits } from '../../labs/shared/digits';
import { readable } from '../../texts';
import { about } from './about';
import { checks } from './checks';
import { leNet } from './network';
import { story } from './story';

/** LeNet on MNIST, held back by dropout. */
export const lab = defineLab<DigitsData, Sequential, Answers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 128, limit: 640 },
    laptop: { epochs: 4, batchSize: 128 },
    full: { epochs: 10, batchSize: 128 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ counts }, { say }) {
    await say({
      en: `${readable(counts.train)} digits to learn from, a fifth of them held back for validation, and ${readable(counts.test)} to be tested on.`,
      zh: `${readable(counts.train)} 个数字用于学习，其中五分之一留作验证；另有 ${readable(counts.test)} 个用于测试。`,
    });
  },

  model() {
    return leNet();
  },

  async train(model, { x, labels }, { settings, callbacks, say }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    const { history } = await model.fit(x.train, labels.train, {
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      validationSplit: 0.2,
      callbacks,
      verbose: 0,
    });
    return history;
  },

  async evaluate(model, { x, labels }, { callbacks, say }) {
    await say({ en: 'Tested on the digits it never learned from:', zh: '在从未学习过的数字上测试：' });
    return model.evaluate(x.test, labels.test, { returnDict: true, verbose: 0, callbacks });
  },

  async predict(model, data, { callbacks, language, show }) {
    const answers = await answersOf(model, data.x.test, data.classNames.length, callbacks);
    await show(confusionFigure(answers, data, language));
    await show(predictionsFigure(answers, data));
    return answers;
  },

  async report(run, context) {
    await context.show(curvesFigure(run.history, context.language));
    return story(run, context);
  },

  checks,
});
