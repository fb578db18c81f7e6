import { EarlyStopping } from '@tenlab/callbacks';
import type { Sequential } from '@tenlab/layers';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { curvesFigure } from '../shared/curves-figure';
import { loadReviews, type Reviews } from '../shared/reviews';
import { about } from './about';
import { type ReviewAnswers, readReviews } from './answers';
import { checks } from './checks';
import { reviewNetwork } from './network';
import { story } from './story';

const numWords = 10_000;

/** Lab 3: film reviews, from words to numbers to praise or blame. */
export const lab = defineLab<Reviews, Sequential, ReviewAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 32, limit: 640 },
    laptop: { epochs: 10, batchSize: 32 },
    full: { epochs: 20, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadReviews(datasets, { numWords, limit: settings.limit });
  },

  async explore({ train, validation, counts, codec, maxlen, whole }, { say }) {
    const [unit, chinese] = whole ? ['reviews', '篇评论'] : ['sentences of reviews', '句影评'];
    await say({
      en: `${readable(counts.train)} ${unit} to learn from, ${readable(validation.y.length)} to watch the training by, ${readable(counts.test)} to be tested on.`,
      zh: `${readable(counts.train)} ${chinese}用于学习，${readable(validation.y.length)} ${chinese}用于观察训练，${readable(counts.test)} ${chinese}用于测试。`,
    });
    const row = train.x.data.subarray(0, maxlen);
    const numbers = Array.from(row.subarray(0, 12)).join(' ');
    const text = codec.decode(row.subarray(0, 12));
    await say({
      en: `Each word is a number; the most frequent ${readable(numWords - 3)} have one of their own. The first text begins\n  ${numbers}\nwhich reads\n  ${text}\n1 marks the start, 2 a word that is not in the index, and 0 fills up to ${maxlen} words.`,
      zh: `每个词是一个数，最常见的 ${readable(numWords - 3)} 个词各有自己的编号。第一段文字的开头是\n  ${numbers}\n还原成文字是\n  ${text}\n1 表示开头，2 表示索引里没有的词，0 用来填充到 ${maxlen} 个词。`,
    });
  },

  model() {
    return reviewNetwork(numWords);
  },

  async train(model, { train, validation }, { settings, callbacks, say }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    // It never stops early: the curves are to show what happens after the best epoch, whose weights are the ones kept.
    const best = new EarlyStopping({ monitor: 'val_loss', patience: settings.epochs, restoreBestWeights: true });
    const { history } = await model.fit(train.x, train.y, {
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      validationData: [validation.x, validation.y],
      callbacks: [...callbacks, best],
      verbose: 0,
    });
    return history;
  },

  async evaluate(model, { test }, { callbacks, say }) {
    await say({
      en: 'Tested, with the weights of its best epoch, on texts it has never seen:',
      zh: '用最好那一轮的权重，在从未见过的文字上测试：',
    });
    return model.evaluate(test.x, test.y, { returnDict: true, verbose: 0, callbacks });
  },

  async predict(model, data, { callbacks, say }) {
    const answers = await readReviews(model, data, callbacks);
    const { praise, blame } = answers.words;
    await say({
      en: `Words that say praise: ${praise.join(', ')}.\nWords that say blame: ${blame.join(', ')}.`,
      zh: `最像好评的词：${praise.join('、')}。\n最像差评的词：${blame.join('、')}。`,
    });
    return answers;
  },

  async report(run, context) {
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['loss', 'accuracy'],
        caption: {
          en: 'Loss and accuracy after each epoch. Where the validation loss turns upwards, the network has begun to learn its texts by heart.',
          zh: '每个轮次之后的损失和准确率。验证损失开始上升的地方，就是网络开始死记文本的地方。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});
