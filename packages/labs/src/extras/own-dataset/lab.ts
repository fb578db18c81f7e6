import { deriveSeed } from '@tenlab/core';
import { ImageDataGenerator } from '@tenlab/datasets';
import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { toMnistDigit } from '../../images/mnist-digit';
import { readCheckpoint, writeCheckpoint } from '../../labs/06-save-restore/checkpoints';
import { answersOf } from '../../labs/shared/answers-of';
import { confusionFigure } from '../../labs/shared/confusion-figure';
import { curvesFigure } from '../../labs/shared/curves-figure';
import { normalise } from '../../labs/shared/pixels';
import { readable } from '../../texts';
import { about } from './about';
import { checks, type OwnAnswers, type OwnNets } from './checks';
import { drawSeven } from './draw-seven';
import { drawingFigure, samplesFigure } from './figures';
import { ownNetwork } from './network';
import { type OwnData, ownData } from './own-data';
import { parametersText } from './parameters-text';
import { story } from './story';

/** Digits may lean and wander a little; a mirrored one is none. */
const generator = new ImageDataGenerator({
  rescale: 1 / 255,
  rotationRange: 10,
  widthShiftRange: 0.1,
  heightShiftRange: 0.1,
  zoomRange: 0.1,
  fillMode: 'nearest',
});

const parametersFile = 'parameters.txt';

/** The test accuracy when training was stopped, and of the network that loaded its weights. */
const stops = new WeakMap<object, OwnAnswers['stopped']>();

/** From picture files to a network that reads drawings. */
export const lab = defineLab<OwnData, OwnNets, OwnAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 2, batchSize: 16, limit: 48 },
    laptop: { epochs: 40, batchSize: 32 },
    full: { epochs: 120, batchSize: 32 },
  },

  async data({ files, settings, datasets }) {
    return ownData(files, datasets, settings.limit);
  },

  async explore(data, { files, say, show }) {
    await say({
      en: `${readable(data.counts.train)} picture files in train/ and ${readable(data.counts.test)} in test/ (${files.place}), each folder with a labels.csv.`,
      zh: `train/ 里有 ${readable(data.counts.train)} 个图片文件，test/ 里有 ${readable(data.counts.test)} 个（${files.place}），每个文件夹有一个 labels.csv。`,
    });
    await show(samplesFigure(data));
  },

  model() {
    return { first: ownNetwork(), resumed: ownNetwork() };
  },

  async train(nets, { train, test }, { files, settings, callbacks, say }) {
    const { batchSize } = settings;
    const half = Math.ceil(settings.epochs / 2);
    const fit = async (net: Sequential, epochs: number) => {
      const batches = generator.flow(train.images, Array.from(train.labels), { batchSize, seed: deriveSeed() });
      const { history } = await net.fit(batches.repeat(), null, {
        epochs,
        stepsPerEpoch: Math.ceil(train.labels.length / batchSize),
        validationData: [normalise(test.images), test.labels],
        callbacks,
        verbose: 0,
      });
      return history;
    };
    await say({ en: 'The first half of the training:', zh: '训练的前一半：' });
    const before = await fit(nets.first, half);
    await writeCheckpoint(files, 'checkpoint', 'half.ckpt', nets.first);
    await say({
      en: 'Stopped; weights written to checkpoint/. A new network loads them and goes on:',
      zh: '中断；权重已写入 checkpoint/。新网络载入它们并继续：',
    });
    await readCheckpoint(files, 'checkpoint', nets.resumed);
    const accuracy = async (net: Sequential) =>
      (await net.evaluate(normalise(test.images), test.labels, { returnDict: true, verbose: 0 })).accuracy!;
    stops.set(nets, { before: await accuracy(nets.first), after: await accuracy(nets.resumed) });
    const after = await fit(nets.resumed, Math.max(1, settings.epochs - half));
    return Object.fromEntries(
      Object.entries(before).map(([name, values]) => [name, [...values, ...(after[name] ?? [])]]),
    );
  },

  async evaluate({ resumed }, { test }, { callbacks }) {
    return resumed.evaluate(normalise(test.images), test.labels, { returnDict: true, verbose: 0, callbacks });
  },

  async predict(nets, data, { callbacks, files, language, say, show }) {
    const { resumed } = nets;
    const classes = data.classNames.length;
    const answers = await answersOf(resumed, normalise(data.test.images), classes, callbacks);
    const text = await parametersText(resumed);
    await files.write(parametersFile, new TextEncoder().encode(text));
    const count = text.split('\n').reduce((sum, line, at) => sum + (at % 2 === 1 ? line.split(' ').length : 0), 0);
    await say({
      en: `${readable(count)} parameters written to ${parametersFile} (${files.place}).`,
      zh: `${readable(count)} 个参数已写入 ${parametersFile}（${files.place}）。`,
    });
    await show(
      confusionFigure(
        { labels: data.test.labels, predictions: answers.predictions, classNames: data.classNames },
        language,
        {
          en: 'Rows are what labels.csv says, columns what the network read.',
          zh: '行是 labels.csv 里的标签，列是网络的回答。',
        },
      ),
    );
    const image = drawSeven();
    const { pixels } = toMnistDigit(image);
    const drawn = await answersOf(resumed, { data: pixels, shape: [1, 28, 28, 1] }, classes, []);
    const drawing = { read: drawn.predictions[0]!, confidence: drawn.confidence[0]! };
    await show(drawingFigure(image, pixels, drawing, language));
    return { ...answers, drawing, stopped: stops.get(nets)!, parameters: { file: parametersFile, count } };
  },

  async report(run, context) {
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'Accuracy and loss after each epoch, on changed training pictures and on the test pictures. In the middle the second network takes over.',
          zh: '各轮次之后的准确率和损失：变换过的训练图片与测试图片。中间处由第二个网络接手。',
        },
      }),
    );
    return story(run, context);
  },

  checks,

  drawing: {
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    prepare: toMnistDigit,
    async probabilities({ resumed }, pixels) {
      const input = { data: pixels, shape: [1, 28, 28, 1] };
      const output = (await resumed.predict(input, { verbose: 0 })) as tf.Tensor;
      const probabilities = (await output.data()) as Float32Array;
      output.dispose();
      return probabilities;
    },
  },
});
