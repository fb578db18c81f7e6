import { scope } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { readAnswers } from '../shared/class-answers';
import { about } from './about';
import { checks, type IrisAnswers, type IrisNets } from './checks';
import { bareCurvesFigure, confusionFigure, curvesFigure, petalsFigure } from './figures';
import { type IrisData, loadIris } from './iris-data';
import { bareNetwork, irisNetwork } from './networks';
import { story } from './story';
import { crossEntropy, measure, squaredError, trainByHand } from './train-by-hand';

/** Three flowers without a label, from the walkthrough. */
const unlabelled = [
  [5.1, 3.3, 1.7, 0.5],
  [5.9, 3.0, 4.2, 1.5],
  [6.9, 3.1, 5.4, 2.1],
];

/** The bare version takes 500 epochs where the walkthrough takes 201, and larger steps. */
const bareEpochs = (epochs: number) => Math.ceil((epochs * 500) / 201);
const learningRate = 0.01;
const bareLearningRate = 0.1;

/** Lab 9: the training loop by hand, on Fisher's flowers. */
export const lab = defineLab<IrisData, IrisNets, IrisAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 4, batchSize: 32 },
    laptop: { epochs: 201, batchSize: 32 },
    full: { epochs: 201, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadIris(datasets, settings.limit);
  },

  async explore(data, { language, say, show }) {
    await say({
      en: `${readable(data.counts.train)} flowers to learn from and ${readable(data.counts.test)} to be tested on. Of each: ${data.featureNames.join(', ').replaceAll('_', ' ')}, in centimetres, and its species: ${data.classNames.join(', ')}.`,
      zh: `${readable(data.counts.train)} 朵花用于学习，${readable(data.counts.test)} 朵用于测试。每朵有萼片长、萼片宽、花瓣长、花瓣宽（厘米）和品种：${data.classNames.join('、')}。`,
    });
    await say({
      en: 'The file lists them species by species, so they are shuffled first: lengths and species by the same order, or they would no longer belong together.',
      zh: '文件按品种排序，所以先打乱：测量值和品种用同一个顺序，否则就对不上了。',
    });
    await show(petalsFigure(data, language));
  },

  model() {
    return { layers: irisNetwork(), bare: bareNetwork() };
  },

  async train({ layers, bare }, { train }, { settings, callbacks, say }) {
    const { epochs, batchSize, seed } = settings;
    await say({ en: layers.summary({ print: false }), zh: layers.summary({ print: false }) });
    await say({
      en: `Trained by a loop of its own, ${epochs} epochs with steps of ${learningRate}:`,
      zh: `用自己写的循环训练 ${epochs} 个轮次，学习率 ${learningRate}：`,
    });
    const shared = { batchSize, seed, callbacks };
    const history = await trainByHand(layers, train, { ...shared, loss: crossEntropy, rate: learningRate, epochs });
    await say({
      en: `The bare version, one layer with softmax, ${bareEpochs(epochs)} epochs with steps of ${bareLearningRate}:`,
      zh: `最简版本，单层加 softmax，${bareEpochs(epochs)} 个轮次，学习率 ${bareLearningRate}：`,
    });
    const plain = await trainByHand(bare, train, {
      ...shared,
      loss: squaredError,
      rate: bareLearningRate,
      epochs: bareEpochs(epochs),
    });
    return { ...history, bare_loss: plain.loss!, bare_accuracy: plain.accuracy! };
  },

  async evaluate({ layers, bare }, { test }) {
    const { loss, accuracy } = await measure(layers, crossEntropy, test);
    return { loss, accuracy, bare_accuracy: (await measure(bare, squaredError, test)).accuracy };
  },

  async predict({ layers }, { test, classNames }, { language, say, show }) {
    const tested = await probabilitiesOf(layers, test.x.data);
    const { predictions } = readAnswers(tested, classNames.length, (own) => own);
    await show(confusionFigure(test, predictions, classNames, language));
    const flowers = [];
    const probabilities = await probabilitiesOf(layers, Float32Array.from(unlabelled.flat()));
    const answers = readAnswers(probabilities, classNames.length, (own) => own);
    for (const [index, lengths] of unlabelled.entries()) {
      const species = answers.predictions[index]!;
      const own = Array.from(probabilities.subarray(index * classNames.length, (index + 1) * classNames.length));
      flowers.push({ lengths, species, probabilities: own });
      const sure = `${readable(100 * answers.confidence[index]!, 1)} %`;
      const measured = lengths.map((length) => readable(length, 1)).join(', ');
      await say({
        en: `A flower of ${measured} cm that nobody has named: ${classNames[species]} (${sure}).`,
        zh: `一朵没有标签的花，${measured} 厘米：${classNames[species]}（${sure}）。`,
      });
    }
    return { flowers };
  },

  async report(run, context) {
    await context.show(curvesFigure(run.history, context.language));
    await context.show(bareCurvesFigure(run.history, context.language));
    return story(run, context);
  },

  checks,
});

/** Three probabilities for each flower. */
async function probabilitiesOf(model: Sequential, lengths: Float32Array): Promise<Float32Array> {
  const output = scope(() => tf.softmax(model.apply(tf.tensor2d(lengths, [lengths.length / 4, 4])) as tf.Tensor2D));
  const probabilities = (await output.data()) as Float32Array;
  output.dispose();
  return probabilities;
}
