import { backendReport } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { curvesFigure } from '../shared/curves-figure';
import { about } from './about';
import { checks, type TensorsAnswers, type TensorsData } from './checks';
import { demonstrate, topics } from './demonstrations';
import { boundaryFigure, devicesFigure, gridPlaces } from './figures';
import { pointsNetwork } from './network';
import { loadPoints, type Point, pipeline } from './points-data';
import { story } from './story';
import { timeDevices } from './time-devices';

const sizes = { short: [16, 32, 64, 128], long: [32, 64, 128, 256] };
const gridSize = 61;

/** Lab 7: what tensors are, where they live, and how one's own data become some. */
export const lab = defineLab<TensorsData, Sequential, TensorsAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 3, batchSize: 32, limit: 160 },
    laptop: { epochs: 60, batchSize: 32 },
    full: { epochs: 200, batchSize: 32 },
  },

  async data({ settings, files }) {
    const points = await loadPoints(files, settings.limit);
    const own = settings.limit === undefined ? sizes.long : sizes.short;
    // Before there is a model: devices cannot be changed under the weights of one.
    return {
      ...points,
      shown: Object.fromEntries(topics.map((topic) => [topic.id, demonstrate(topic)])),
      sizes: own,
      devices: await timeDevices(own),
    };
  },

  async explore({ shown, devices, sizes: own, head, file }, { language, say, show }) {
    for (const { id, title, text } of topics) {
      const lines = shown[id]!.map(({ code, result }) => `  ${code}\n    ${result}`).join('\n');
      await say({ en: `${title.en}. ${text.en}\n${lines}`, zh: `${title.zh}：${text.zh}\n${lines}` });
    }
    const largest = own.at(-1);
    const rows = devices.map(({ name, threads, milliseconds }) => {
      const time = readable(milliseconds.at(-1) ?? Number.NaN, 3).padStart(9);
      return `  ${name.padEnd(14)} ${threads} ${time} ms`;
    });
    await say({
      en: `Tensors of this run live on ${backendReport()?.name}. A product of two ${largest} x ${largest} matrices on each device (with its threads):\n${rows.join('\n')}`,
      zh: `本次运行的张量在 ${backendReport()?.name} 上。两个 ${largest} x ${largest} 矩阵相乘，在各设备（及其线程数）上的时间：\n${rows.join('\n')}`,
    });
    await show(devicesFigure(devices, own, language));
    await say({
      en: `Data of one's own, from ${file}:\n${head}`,
      zh: `自己的数据，来自 ${file}：\n${head}`,
    });
  },

  model() {
    return pointsNetwork();
  },

  async train(model, { train, test }, { settings, callbacks, say }) {
    const data = pipeline(train, settings);
    await say({ en: `The pipeline: ${data.signature}`, zh: `数据管道：${data.signature}` });
    const { history } = await model.fit(data, null, {
      epochs: settings.epochs,
      validationData: columns(test),
      callbacks,
      verbose: 0,
    });
    return history;
  },

  async evaluate(model, { test }, { callbacks, say }) {
    await say({ en: 'Tested on points it has never seen:', zh: '在没见过的点上测试：' });
    return model.evaluate(...columns(test), { returnDict: true, verbose: 0, callbacks });
  },

  async predict(model, { test }, { callbacks, language, show }) {
    const { axis, places } = gridPlaces(gridSize);
    const input = { data: places, shape: [gridSize * gridSize, 2] };
    const output = (await model.predict(input, { verbose: 0, batchSize: 1024, callbacks })) as tf.Tensor;
    const probabilities = ((await output.data()) as Float32Array).slice();
    tf.dispose(output);
    await show(boundaryFigure(probabilities, axis, test, language));
    return { probabilities };
  },

  async report(run, context) {
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'Accuracy and loss after each pass through the pipeline, on the points it learned from and on others.',
          zh: '数据管道每走一遍之后的准确率和损失，分别在学习用的点和其他点上。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});

/** Points as columns: what `fit` and `evaluate` take besides a pipeline. */
function columns(points: readonly Point[]): [x: { data: Float32Array; shape: number[] }, y: Uint8Array] {
  const data = Float32Array.from(points.flatMap(({ x, y }) => [x, y]));
  return [{ data, shape: [points.length, 2] }, Uint8Array.from(points, ({ kind }) => kind)];
}
