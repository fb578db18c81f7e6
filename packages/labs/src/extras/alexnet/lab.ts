import { LearningRateScheduler } from '@tenlab/callbacks';
import { defineLab } from '../../define-lab';
import { confusionFigure, predictionsFigure } from '../../labs/01-mnist-digits/figures';
import { readCheckpoint, writeCheckpoint } from '../../labs/06-save-restore/checkpoints';
import { answersOf } from '../../labs/shared/answers-of';
import { cosineRate } from '../../labs/shared/cosine-rate';
import { curvesFigure } from '../../labs/shared/curves-figure';
import { type DigitsData, loadDigits } from '../../labs/shared/digits';
import { oneHot } from '../../labs/shared/one-hot';
import { readable } from '../../texts';
import { about } from './about';
import { type AlexAnswers, checks } from './checks';
import { type AlexNet, alexNet, firstRate } from './network';
import { story } from './story';

/** How many digits are asked again of the network with the weights that were loaded. */
const asked = 100;

/** AlexNet by subclassing, on digits. */
export const lab = defineLab<DigitsData, AlexNet, AlexAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 32, limit: 96 },
    laptop: { epochs: 2, batchSize: 128, limit: 8000 },
    full: { epochs: 2, batchSize: 128 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ counts }, { say }) {
    await say({
      en: `${readable(counts.train)} digits to learn from, labels as rows with a 1 at the digit: categorical cross-entropy wants them so.`,
      zh: `${readable(counts.train)} 个数字用于学习，标签写成在该数字处为 1 的一行：分类交叉熵要求这种形式。`,
    });
  },

  model() {
    return alexNet();
  },

  async train(model, { x, labels, classNames }, { settings, callbacks, say }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    const { epochs, batchSize } = settings;
    const schedule = new LearningRateScheduler({ schedule: (epoch) => cosineRate(firstRate, epoch, epochs) });
    const { history } = await model.fit(x.train, oneHot(labels.train.data, classNames.length), {
      epochs,
      batchSize,
      validationData: [x.test, oneHot(labels.test.data, classNames.length)],
      validationFreq: 2,
      // Last, so that the rate it adds to the logs is no metric of the run.
      callbacks: [...callbacks, schedule],
      verbose: 0,
    });
    const { learning_rate: _, ...metrics } = history;
    return metrics;
  },

  async evaluate(model, { x, labels, classNames }, { settings, callbacks, say }) {
    await say({ en: 'Tested on the digits it never learned from:', zh: '在从未学习过的数字上测试：' });
    const y = oneHot(labels.test.data, classNames.length);
    // In small batches most of the time would go into reading the dense layers' weights, once for each.
    return model.evaluate(x.test, y, { returnDict: true, verbose: 0, callbacks, batchSize: settings.batchSize });
  },

  async predict(model, data, { settings, callbacks, files, language, say, show }) {
    const classes = data.classNames.length;
    const answers = await answersOf(model, data.x.test, classes, callbacks, settings.batchSize);
    await show(confusionFigure(answers, data, language));
    await show(predictionsFigure(answers, data));
    const bytes = await writeCheckpoint(files, 'checkpoint', 'weights.ckpt', model);
    await say({
      en: `Weights saved as checkpoint/weights.ckpt (${files.place}), ${readable(bytes)} bytes.`,
      zh: `权重已存为 checkpoint/weights.ckpt（${files.place}），${readable(bytes)} 字节。`,
    });
    const restored = alexNet();
    await readCheckpoint(files, 'checkpoint', restored);
    const count = Math.min(asked, data.counts.test);
    const few = { data: data.x.test.data.subarray(0, count * 784), shape: [count, 28, 28, 1] };
    const [before, after] = [await answersOf(model, few, classes, []), await answersOf(restored, few, classes, [])];
    restored.dispose();
    const difference = before.logits.reduce((most, p, at) => Math.max(most, Math.abs(p - after.logits[at]!)), 0);
    return { ...answers, saved: { place: files.place, bytes, difference } };
  },

  async report(run, context) {
    const { loss, accuracy } = run.history;
    await context.show(
      curvesFigure({ loss: loss!, accuracy: accuracy! }, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'Accuracy and loss of the training after each epoch.',
          zh: '各轮次之后的训练准确率和损失。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});
