import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { about } from './about';
import { checks, type LineAnswers } from './checks';
import { approachFigure, lineFigure, lossFigure } from './figures';
import { FollowLine } from './follow-line';
import { type LineData, lineData } from './line-data';
import { lineNetwork } from './network';
import { story } from './story';

/** The smallest network: one neuron, six points. */
export const lab = defineLab<LineData, Sequential, LineAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 20, batchSize: 32 },
    laptop: { epochs: 500, batchSize: 32 },
    full: { epochs: 500, batchSize: 32 },
  },

  async data() {
    return lineData();
  },

  async explore({ x, y }, { say }) {
    const table = [...x].map((at, index) => `${String(at).padStart(4)} ${String(y[index]).padStart(4)}`).join('\n');
    await say({
      en: `   x    y\n${table}\nWhich rule is behind them? And what is y where x is 10?`,
      zh: `   x    y\n${table}\n它们背后是什么规律？x 为 10 时 y 是多少？`,
    });
  },

  model() {
    return lineNetwork();
  },

  async train(model, { x, y }, { settings, callbacks, language, say, show }) {
    await say({ en: model.summary({ print: false }), zh: model.summary({ print: false }) });
    const { epochs, batchSize } = settings;
    const follow = new FollowLine();
    const { history } = await model.fit(x, y, { epochs, batchSize, callbacks: [...callbacks, follow], verbose: 0 });
    await show(approachFigure(follow.weights, follow.biases, language));
    await show(lossFigure(history.loss!, language));
    return history;
  },

  async evaluate(model, { x, y, unseen }, { callbacks, say }) {
    const { loss } = await model.evaluate(x, y, { returnDict: true, verbose: 0, callbacks });
    const output = (await model.predict(Float32Array.of(unseen), { verbose: 0 })) as tf.Tensor;
    const prediction = (await output.data())[0]!;
    output.dispose();
    await say({ en: `For x = ${unseen} it says ${prediction}.`, zh: `对 x = ${unseen}，它的回答是 ${prediction}。` });
    return { loss: loss!, prediction };
  },

  async predict(model, data, { language, show }) {
    const [weight, bias] = await Promise.all(model.weights.map(({ value }) => value.data()));
    const found = { weight: weight![0]!, bias: bias![0]! };
    await show(lineFigure(data, found, language));
    return found;
  },

  async report(run, context) {
    return story(run, context);
  },

  checks,
});
