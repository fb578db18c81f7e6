import { LambdaCallback } from '@tenlab/callbacks';
import { sha256OfWeights } from '@tenlab/checkpoint';
import { setSeed } from '@tenlab/core';
import type { Callback, Model, Sequential } from '@tenlab/layers';
import { defineLab, type LabContext } from '../../define-lab';
import { percent, readable } from '../../texts';
import { curvesFigure } from '../shared/curves-figure';
import { type DigitsData, loadDigits } from '../shared/digits';
import { about } from './about';
import { checkpointsIn, KeepWeights, newestCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoints';
import { checks, type SaveAnswers, type SaveNets } from './checks';
import { checkpointsFigure, resumedFigure } from './figures';
import { KeepRun, Kill, Killed } from './killed-run';
import { digitsNetwork } from './network';
import { byModel, byWeights, fromCheckpoint, type Restored } from './restores';
import { story } from './story';

/** In training_2 a checkpoint is kept after each so many epochs, as in the course. */
const every = 5;
/** The run that is killed lasts so many epochs, and is killed in the second. */
const killedEpochs = 4;

const checkpointName = (epoch: number) => `cp-${String(epoch).padStart(4, '0')}.ckpt`;
/** Pictures as rows: the network has no use for their shape. */
const rows = ({ data, shape }: DigitsData['x']['train']) => ({ data, shape: [shape[0]!, 784] });

/** Lab 6: what a network has learned, kept and brought back in every way. */
export const lab = defineLab<DigitsData, SaveNets, SaveAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 5, batchSize: 32, limit: 320 },
    laptop: { epochs: 20, batchSize: 32, limit: 1000 },
    full: { epochs: 50, batchSize: 32, limit: 1000 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ counts }, { files, say }) {
    await say({
      en: `The first ${readable(counts.train)} digits of MNIST to learn from, ${readable(counts.test)} to be tested on: few, so that training ends soon. What is kept goes to ${files.place}.`,
      zh: `用 MNIST 的前 ${readable(counts.train)} 个数字学习，${readable(counts.test)} 个测试：数量少，训练很快结束。保存的文件在 ${files.place}。`,
    });
  },

  model({ settings }) {
    // The same seed before each: all begin with the same weights, so that what differs is what was done with them.
    const made = () => {
      setSeed(settings.seed);
      return digitsNetwork();
    };
    return { each: made(), every: made(), straight: made(), resumed: made() };
  },

  async train(networks, data, context) {
    const { settings, files, say } = context;
    const summary = networks.every.summary({ print: false });
    await say({ en: summary, zh: summary });

    const short = Math.ceil(settings.epochs / 2);
    await say({
      en: `training_1: ${short} epochs, the weights kept after each, always under the same name:`,
      zh: `training_1：${short} 个轮次，每轮之后用同一个名字保存权重：`,
    });
    const keepEach = new KeepWeights({ files, folder: 'training_1', nameOf: () => 'cp.ckpt', every: 1 });
    await fit(networks.each, data, context, { epochs: short, callbacks: [keepEach] });

    await say({
      en: `training_2: ${settings.epochs} epochs, the weights kept after every fifth, with the epoch in the name:`,
      zh: `training_2：${settings.epochs} 个轮次，每五轮保存一次权重，名字里带轮次：`,
    });
    await writeCheckpoint(files, 'training_2', checkpointName(0), networks.every);
    const keepEvery = new KeepWeights({ files, folder: 'training_2', nameOf: checkpointName, every });
    const history = await fit(networks.every, data, context, { epochs: settings.epochs, callbacks: [keepEvery] });
    return { ...history, ...(await trainAndKill(networks, data, context)) };
  },

  async evaluate({ each, every: longest }, data, { callbacks, say }) {
    await say({ en: 'Tested on pictures it has never seen:', zh: '在从未见过的图片上测试：' });
    const { loss, accuracy } = await measured(longest, data, callbacks);
    return { loss, accuracy, each_accuracy: (await measured(each, data, callbacks)).accuracy };
  },

  async predict(networks, data, { callbacks, files, settings, say, show }) {
    setSeed(settings.seed);
    const fresh = digitsNetwork();
    const untrained = await measured(fresh, data, callbacks);
    await say({
      en: `A new network, untrained: accuracy ${percent(untrained.accuracy)}. Now what was kept, each given to a new network:`,
      zh: `一个未训练的新网络：准确率 ${percent(untrained.accuracy)}。再看保存的内容，各交给一个新网络：`,
    });
    const kept = {
      each: await measured(networks.each, data, callbacks),
      every: await measured(networks.every, data, callbacks),
    };
    const restored: SaveAnswers['restored'] = [];
    const look = async ({ file, from, bytes, model }: Restored) => {
      const { loss, accuracy } = await measured(model, data, callbacks);
      model.dispose();
      const same = loss === kept[from].loss && accuracy === kept[from].accuracy;
      restored.push({ file, bytes, loss, accuracy, same });
      const size = readable(bytes / 1e6, 1);
      await say({
        en: `${file} (${size} MB): accuracy ${percent(accuracy)}, ${same ? 'the same as before' : 'NOT the same as before'}`,
        zh: `${file}（${size} MB）：准确率 ${percent(accuracy)}，${same ? '与保存前相同' : '与保存前不同'}`,
      });
    };
    await look(await fromCheckpoint(files, 'training_1', 'each'));
    await look(await fromCheckpoint(files, 'training_2', 'every'));
    for (const file of ['by_hand.weights.h5', 'by_hand.safetensors'])
      await look(await byWeights(files, networks.every, file));
    for (const file of ['my_model.h5', 'my_model.keras']) await look(await byModel(files, networks.every, file));

    const checkpoints: SaveAnswers['checkpoints'] = [];
    for (const name of await checkpointsIn(files, 'training_2')) {
      await readCheckpoint(files, 'training_2', fresh, name);
      const { accuracy } = await measured(fresh, data, callbacks);
      checkpoints.push({ name, epoch: Number(/\d+/.exec(name)![0]), accuracy });
    }
    fresh.dispose();
    await show(checkpointsFigure(checkpoints));
    return {
      untrained,
      restored,
      checkpoints,
      newest: (await newestCheckpoint(files, 'training_2'))!,
      sums: { straight: await sha256OfWeights(networks.straight), resumed: await sha256OfWeights(networks.resumed) },
      killedAfter: killedOf(data, settings).after,
    };
  },

  async report(run, context) {
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'The training whose weights were kept after every fifth epoch: accuracy and loss, on training and test pictures.',
          zh: '每五轮保存一次权重的训练：训练图片和测试图片上的准确率与损失。',
        },
      }),
    );
    await context.show(resumedFigure(run.history, context.language));
    return story(run, context);
  },

  checks,
});

/** After how many steps the run is killed, and how often it keeps its state: so that steps are lost, and done again. */
function killedOf({ counts }: DigitsData, { batchSize }: { batchSize: number }) {
  const steps = Math.ceil(counts.train / batchSize);
  const keepEvery = Math.max(1, Math.floor(steps / 4));
  return { keepEvery, after: Math.max(2, Math.floor(1.65 * steps)) };
}

/** Trains one network straight on, and another that is killed, made anew, and goes on. */
async function trainAndKill(
  { straight, resumed }: SaveNets,
  data: DigitsData,
  context: LabContext,
): Promise<Record<string, number[]>> {
  const { settings, files, say } = context;
  const plan = killedOf(data, settings);
  const losses: Record<'straight' | 'resumed', number[]> = { straight: [], resumed: [] };
  const note = (of: 'straight' | 'resumed') =>
    new LambdaCallback({
      onEpochEnd: (epoch, logs) => {
        losses[of][epoch] = logs.loss!;
      },
    });
  const train = (model: Sequential, callbacks: Callback[]) =>
    fit(model, data, context, { epochs: killedEpochs, callbacks });

  await say({
    en: `A run of ${killedEpochs} epochs, never stopped:`,
    zh: `一次 ${killedEpochs} 个轮次、从不中断的训练：`,
  });
  await train(straight, [note('straight')]);

  await say({
    en: `The same run, its state kept after every ${plan.keepEvery} steps, and killed after ${plan.after}:`,
    zh: `同样的训练，每 ${plan.keepEvery} 步保存一次状态，在 ${plan.after} 步之后中断：`,
  });
  setSeed(settings.seed);
  const killed = digitsNetwork();
  try {
    await train(killed, [
      note('resumed'),
      new KeepRun({ files, every: plan.keepEvery, goOn: false }),
      new Kill({ after: plan.after }),
    ]);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    killed.dispose();
  }

  await say({
    en: 'Killed. A new network, the same call of `fit`; it goes on where its state was last kept:',
    zh: '已中断。新建网络，同样调用 `fit`，从最后保存的状态继续：',
  });
  const goOn = new KeepRun({ files, every: plan.keepEvery });
  await train(resumed, [note('resumed'), goOn]);
  const { epoch, step } = goOn.resumedAt ?? { epoch: 0, step: 0 };
  return { 'straight.loss': losses.straight, 'resumed.loss': losses.resumed, 'resumed.at': [epoch, step] };
}

async function fit(
  model: Sequential,
  { x, labels }: DigitsData,
  { settings, callbacks }: LabContext,
  own: { epochs: number; callbacks: Callback[] },
): Promise<Record<string, number[]>> {
  // The order of the pictures comes from the seed as well.
  setSeed(settings.seed);
  const { history } = await model.fit(rows(x.train), labels.train, {
    epochs: own.epochs,
    batchSize: settings.batchSize,
    validationData: [rows(x.test), labels.test],
    callbacks: [...callbacks, ...own.callbacks],
    verbose: 0,
  });
  return history as Record<string, number[]>;
}

async function measured(
  model: Model,
  { x, labels }: DigitsData,
  callbacks: Callback[],
): Promise<{ loss: number; accuracy: number }> {
  const options = { returnDict: true, verbose: 0, callbacks } as const;
  const { loss, accuracy } = await model.evaluate(rows(x.test), labels.test, options);
  return { loss: loss!, accuracy: accuracy! };
}
