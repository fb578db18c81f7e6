import { deriveSeed } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import { type DenseNetwork, SGD } from '@tenlab/layers/handwritten';
import type * as tf from '@tensorflow/tfjs-core';
import { defineLab } from '../../define-lab';
import { arrayNetwork, copyInto } from '../../labs/shared/array-network';
import { readAnswers } from '../../labs/shared/class-answers';
import { confusionFigure } from '../../labs/shared/confusion-figure';
import { curvesFigure } from '../../labs/shared/curves-figure';
import { type DigitsData, loadDigits } from '../../labs/shared/digits';
import { percent, readable } from '../../texts';
import { about } from './about';
import { type ArrayAnswers, checks } from './checks';
import { searchFigure, unitsFigure } from './figures';
import { ends, nameOf, type Size, sizes, twinNetwork } from './networks';
import { story } from './story';
import { type LabelledRows, measureArrays, trainArrays } from './train-arrays';

const learningRate = 0.05;

/** Of all training digits, the last so many are for validation, and the search takes the first third of the others. */
const shares = { validation: 1 / 8, search: 1 / 3 };

/** The course searches for 20 epochs where it trains for 50. */
const searchEpochs = (epochs: number) => Math.max(1, Math.round(0.4 * epochs));

/** The arrays of the run, from training to its end: the runner knows models alone. */
const learned = new WeakMap<
  object,
  { network: DenseNetwork; start: number[][]; best: Size; search: ArrayAnswers['search'] }
>();

/** A network without tensors. */
export const lab = defineLab<DigitsData, Record<Size, Sequential>, ArrayAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 1, batchSize: 32, limit: 640 },
    laptop: { epochs: 8, batchSize: 32, limit: 12_000 },
    full: { epochs: 8, batchSize: 32, limit: 30_000 },
  },

  async data({ settings, datasets }) {
    return loadDigits(datasets, settings.limit);
  },

  async explore({ counts }, { say }) {
    await say({
      en: `${readable(counts.train)} digits to learn from, each a list of ${ends.pixels} numbers from 0 to 1. No tensors: an array for each row of weights, and loops.`,
      zh: `${readable(counts.train)} 个数字用于学习，每个是 ${ends.pixels} 个 0 到 1 的数。没有张量：每行权重一个数组，再加循环。`,
    });
  },

  model() {
    return Object.fromEntries(sizes.map((size) => [nameOf(size), twinNetwork(size)])) as Record<Size, Sequential>;
  },

  async train(twins, data, { settings, callbacks, say }) {
    const { epochs, batchSize } = settings;
    const all = rowsOf(data, 'train');
    const kept = Math.ceil(all.length * (1 - shares.validation));
    const [training, validation] = [part(all, 0, kept), part(all, kept, all.length)];
    const fit = (size: (typeof sizes)[number], network: DenseNetwork, rows: LabelledRows, rounds: number) => {
      const optimizer = new SGD({ learningRate });
      const shared = { optimizer, batchSize, callbacks, model: twins[nameOf(size)], validation, seed: deriveSeed() };
      return trainArrays(network, rows, { ...shared, epochs: rounds });
    };
    const few = part(training, 0, Math.ceil(shares.search * training.length));
    const search = {} as Record<Size, Record<string, number[]>>;
    for (const size of sizes) {
      await say({
        en: `${size} hidden units, ${searchEpochs(epochs)} epochs on ${readable(few.length)} digits:`,
        zh: `${size} 个隐藏单元，在 ${readable(few.length)} 个数字上训练 ${searchEpochs(epochs)} 个轮次：`,
      });
      const network = arrayNetwork([ends.pixels, size, ends.classes]);
      search[nameOf(size)] = await fit(size, network, few, searchEpochs(epochs));
      copyInto(twins[nameOf(size)], network);
    }
    const accuracy = (size: (typeof sizes)[number]) => search[nameOf(size)]!.val_accuracy!.at(-1)!;
    const best = sizes.reduce((winner, size) => (accuracy(size) > accuracy(winner) ? size : winner));
    await say({
      en: `Best on the digits held back: ${best} units, ${percent(accuracy(best))}. Trained anew on all ${readable(training.length)} for ${epochs} epochs:`,
      zh: `在留出的数字上最好的是 ${best} 个单元，${percent(accuracy(best))}。用全部 ${readable(training.length)} 个重新训练 ${epochs} 个轮次：`,
    });
    const network = arrayNetwork([ends.pixels, best, ends.classes]);
    const start = network.layers[0]!.weights.map((row) => [...row]);
    const history = await fit(best, network, training, epochs);
    copyInto(twins[nameOf(best)], network);
    learned.set(twins, { network, start, best: nameOf(best), search });
    return history;
  },

  async evaluate(twins, data) {
    const { loss, accuracy } = measureArrays(learned.get(twins)!.network, rowsOf(data, 'test'));
    return { loss, accuracy };
  },

  async predict(twins, data, { callbacks, language, show }) {
    const { network, start, best, search } = learned.get(twins)!;
    const { logits } = measureArrays(network, rowsOf(data, 'test'));
    const answers = readAnswers(Float32Array.from(logits.flat()), ends.classes);
    const x = { data: data.x.test.data, shape: [data.counts.test, ends.pixels] };
    const output = (await twins[best].predict(x, { verbose: 0, callbacks })) as tf.Tensor;
    const twin = await output.data();
    output.dispose();
    const difference = logits.flat().reduce((most, logit, at) => Math.max(most, Math.abs(logit - twin[at]!)), 0);
    const added = network.layers[0]!.weights.map((row, i) => row.map((weight, j) => weight - start[i]![j]!));
    await show(unitsFigure(added, language));
    await show(
      confusionFigure(
        { labels: data.labels.test.data, predictions: answers.predictions, classNames: data.classNames },
        language,
        {
          en: 'Rows are the true digits, columns what the arrays made of them.',
          zh: '行是真实数字，列是数组网络的回答。',
        },
      ),
    );
    return { ...answers, best, search, difference };
  },

  async report(run, context) {
    await context.show(searchFigure(run.answers.search, context.language));
    await context.show(
      curvesFigure(run.history, context.language, {
        metrics: ['accuracy', 'loss'],
        caption: {
          en: 'The best network after each epoch, on the digits it learns from and on those held back.',
          zh: '最好的网络在各轮次之后，在学习的数字上和在留出的数字上。',
        },
      }),
    );
    return story(run, context);
  },

  checks,
});

/** Digits as rows of numbers. */
function rowsOf({ x, labels, counts }: DigitsData, which: 'train' | 'test'): LabelledRows {
  return {
    length: counts[which],
    row: (index) => Array.from(x[which].data.subarray(index * ends.pixels, (index + 1) * ends.pixels)),
    label: (index) => labels[which].data[index]!,
  };
}

function part({ row, label }: LabelledRows, from: number, to: number): LabelledRows {
  return { length: to - from, row: (index) => row(from + index), label: (index) => label(from + index) };
}
