import { Input } from '@tenlab/layers';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { curvesFigure } from '../shared/curves-figure';
import { about } from './about';
import { type AutodiffAnswers, type AutodiffNets, checks } from './checks';
import { answer, asked } from './derivatives';
import { approachFigure, lineFigure, waveFigure } from './figures';
import { type NoisyData, noisyData, trueWave } from './noisy-data';
import { Line, Wave } from './own-layers';
import { story } from './story';
import { fitLine, fitWave, measure } from './train-by-hand';

/** Lab 8: derivatives, a training loop, layers and models, all by hand. */
export const lab = defineLab<NoisyData, AutodiffNets, AutodiffAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 5, batchSize: 50 },
    laptop: { epochs: 60, batchSize: 50 },
    full: { epochs: 200, batchSize: 50 },
  },

  async data({ settings }) {
    return noisyData(settings.limit);
  },

  async explore({ counts }, { say }) {
    const lines: string[] = [];
    for (const one of asked) {
      const { tape, difference } = await answer(one);
      const name = `${one.formula} at ${readable(one.at, 1)}, derivative ${one.order}`.padEnd(36);
      lines.push(`  ${name} ${readable(tape, 5).padStart(9)}  ${readable(difference, 5).padStart(9)}`);
    }
    await say({
      en: `The tape's derivatives, and what moving x a little gives:\n${lines.join('\n')}`,
      zh: `梯度带求出的导数，以及稍微移动 x 得到的估计：\n${lines.join('\n').replaceAll(' at ', ' 在 ').replaceAll(', derivative ', '，阶数 ')}`,
    });
    await say({
      en: `Two sets of ${readable(counts.train)} points with noise: along y = 3x + 2, and along y = sin(3x).`,
      zh: `两组各 ${readable(counts.train)} 个带噪声的点：一组沿 y = 3x + 2，一组沿 y = sin(3x)。`,
    });
  },

  model() {
    const [line, wave] = [new Line({ name: 'line' }), new Wave({ name: 'wave' })];
    line.apply(Input({ shape: [] }));
    wave.apply(Input({ shape: [1] }));
    return { line, wave };
  },

  async train({ line, wave }, data, { settings, callbacks, language, say, show }) {
    const { epochs, batchSize, seed } = settings;
    await say({
      en: `The line, from w = 5 and b = 0, ${epochs} steps of 0.1 against the gradient:`,
      zh: `直线从 w = 5、b = 0 开始，沿梯度反方向走 ${epochs} 步，学习率 0.1：`,
    });
    const fitted = await fitLine(line, data.line.train, { epochs, callbacks });
    await show(approachFigure(fitted, language));
    const summary = wave.summary({ print: false });
    await say({ en: summary, zh: summary });
    await say({
      en: `The wave, by a loop of its own with Adam, ${epochs} epochs:`,
      zh: `波形用自己的循环和 Adam 训练 ${epochs} 个轮次：`,
    });
    const size = Math.min(batchSize, data.counts.train);
    const { loss = [] } = await fitWave(wave, data.wave.train, { epochs, batchSize: size, seed, callbacks });
    return { ...fitted, wave_loss: loss };
  },

  async evaluate({ line, wave }, data) {
    const { test } = data.counts;
    const [{ loss }, { loss: waveLoss }] = [
      await measure(line, data.line.test, [test]),
      await measure(wave, data.wave.test, [test, 1]),
    ];
    return { loss, wave_loss: waveLoss };
  },

  async predict({ line, wave }, data, { language, say, show }) {
    const [w, b] = (await Promise.all([line.w, line.b].map(({ value }) => value.data()))).map((values) => values[0]!);
    const found = { w: w!, b: b! };
    await say({
      en: `Found: y = ${readable(found.w, 3)}x + ${readable(found.b, 3)}. Behind the points: y = 3x + 2.`,
      zh: `找到：y = ${readable(found.w, 3)}x + ${readable(found.b, 3)}。真实的是 y = 3x + 2。`,
    });
    await show(lineFigure(data.line.test, found, language));
    const { test } = data.wave;
    const { loss, predicted } = await measure(wave, test, [data.counts.test, 1]);
    await show(waveFigure(test, predicted, loss, language));
    const derivatives: AutodiffAnswers['derivatives'] = [];
    for (const { of, ...one } of asked) derivatives.push({ ...one, ...(await answer({ of, ...one })) });
    const off = test.x.map((x, index) => (test.y[index]! - trueWave(x)) ** 2);
    return { derivatives, found, noise: off.reduce((sum, value) => sum + value, 0) / off.length };
  },

  async report(run, context) {
    await context.show(
      curvesFigure({ loss: run.history.wave_loss! }, context.language, {
        name: 'wave-curves',
        metrics: ['loss'],
        caption: {
          en: 'The mean squared error on the wave after each epoch. It does not go below that of the noise.',
          zh: '每轮之后在波形上的均方误差。它不会低于噪声本身。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});
