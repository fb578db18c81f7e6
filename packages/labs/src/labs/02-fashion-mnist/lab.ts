import { StopWhen } from '@tenlab/callbacks';
import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { type Answers, readAnswers } from '../shared/class-answers';
import { confusionFigure } from '../shared/confusion-figure';
import { curvesFigure } from '../shared/curves-figure';
import { predictionsFigure, samplesFigure } from '../shared/picture-figures';
import { about } from './about';
import { checks } from './checks';
import { type ClothesData, loadClothes } from './clothes-data';
import { answerFigure, filtersFigure } from './figures';
import { pool, poolingExample, rowsOf } from './filters';
import { clothesNetwork } from './network';
import { story } from './story';

/** Training ends with the first epoch whose training accuracy is greater. */
export const goodEnough = 0.9;

/** Lab 2: clothes, with two dense layers. */
export const lab = defineLab<ClothesData, Sequential, Answers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 32, limit: 640 },
    laptop: { epochs: 10, batchSize: 64 },
    full: { epochs: 30, batchSize: 64 },
  },

  async data({ settings, datasets }) {
    return loadClothes(datasets, settings.limit);
  },

  async explore(data, { language, say, show }) {
    const { counts, classNames } = data;
    await say({
      en: `${readable(counts.train)} pictures to learn from and ${readable(counts.test)} to be tested on, 28 x 28 pixels, of ten kinds: ${classNames.map((name, label) => `${label} ${name}`).join(', ')}.`,
      zh: `${readable(counts.train)} 张图片用于学习，${readable(counts.test)} 张用于测试，28 x 28 像素，共十类：${classNames.map((name, label) => `${label} ${name}`).join('、')}。`,
    });
    await show(samplesFigure(data));
    const example = [poolingExample, pool(poolingExample, 'max'), pool(poolingExample, 'mean')].map((grid) =>
      rowsOf(grid).map((row) => row.map((value) => String(value).padStart(4)).join('')),
    );
    const [numbers = [], most = [], mean = []] = example;
    const lines = numbers
      .map((row, index) => `${row}${index < 2 ? `      ${most[index]}      ${mean[index]}` : ''}`)
      .join('\n');
    await say({
      en: `Pooling makes one number of each 2 x 2. Sixteen numbers; their largest of each four; their mean:\n${lines}`,
      zh: `池化把每个 2 x 2 变成一个数。十六个数；每四个取最大；取平均：\n${lines}`,
    });
    await show(filtersFigure(data, language));
  },

  model() {
    return clothesNetwork();
  },

  async train(model, { x, labels }, { settings, callbacks, say }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    await say({
      en: `A tenth of the training pictures is held back for validation. Training stops once the accuracy is greater than ${goodEnough}.`,
      zh: `留出十分之一的训练图片做验证。准确率超过 ${goodEnough} 时停止训练。`,
    });
    const { history } = await model.fit(x.train, labels.train, {
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      validationSplit: 0.1,
      callbacks: [...callbacks, new StopWhen({ metric: 'accuracy', above: goodEnough })],
      verbose: 0,
    });
    return history;
  },

  async evaluate(model, { x, labels }, { callbacks, say }) {
    await say({ en: 'Tested on the pictures it never learned from:', zh: '在从未学习过的图片上测试：' });
    return model.evaluate(x.test, labels.test, { returnDict: true, verbose: 0, callbacks });
  },

  async predict(model, data, { callbacks, language, say, show }) {
    await say({ en: 'Asked for its answer to each of them:', zh: '逐张给出答案：' });
    const output = (await model.predict(data.x.test, { verbose: 0, callbacks })) as tf.Tensor;
    // Probabilities already: softmax is the last layer's.
    const answers = readAnswers((await output.data()) as Float32Array, data.classNames.length, (own) => own);
    output.dispose();
    const { predictions } = answers;
    await show(
      confusionFigure({ labels: data.labels.test.data, predictions, classNames: data.classNames }, language, {
        en: 'Rows are what the pictures show, columns what the network says. Shirts, pullovers and coats are hard to tell apart.',
        zh: '行是图片的真实类别，列是网络的回答。衬衫、套衫和外套很难区分。',
      }),
    );
    await show(predictionsFigure(answers, data));
    const boot = data.labels.test.data.indexOf(9);
    await show(answerFigure(answers, data, Math.max(0, boot)));
    return answers;
  },

  async report(run, context) {
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'Accuracy and loss after each epoch, on the training pictures and on those held back. Where the lines part, overfitting begins.',
          zh: '每个轮次之后的准确率和损失，分别在训练图片和留出的图片上。两条线分开之处就是过拟合的开始。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});
