import { deriveSeed } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import type { DenseNetwork } from '@tenlab/layers/handwritten';
import { defineLab } from '../../define-lab';
import { type IrisData, loadIris } from '../../labs/09-iris/iris-data';
import { arrayNetwork, copyInto } from '../../labs/shared/array-network';
import { readable } from '../../texts';
import { about } from './about';
import { checks, type RaceAnswers } from './checks';
import { activationsFigure, decayFigure, lossesFigure, raceFigure, valleyFigure } from './figures';
import { howManyToBake } from './own-loss';
import { copyOf, judge, race } from './race';
import { type Racer, racerNames, racers } from './racers';
import { story } from './story';
import { timeInTurns } from './time-race';

const counts = [4, 10, 3];

/** How often each optimizer is timed. */
const timings = 7;

interface Raced {
  networks: Record<Racer, DenseNetwork>;
  answers: Pick<RaceAnswers, 'histories' | 'times'>;
}

/** The arrays of the run, from training to its end: the runner knows models alone. */
const raced = new WeakMap<object, Raced>();

/** Five update rules in plain arrays on Fisher's flowers. */
export const lab = defineLab<IrisData, Record<Racer, Sequential>, RaceAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 10, batchSize: 32 },
    laptop: { epochs: 200, batchSize: 32 },
    full: { epochs: 200, batchSize: 32 },
  },

  async data({ settings, datasets }) {
    return loadIris(datasets, settings.limit);
  },

  async explore(data, { say, show }) {
    await say({
      en: `${readable(data.counts.train)} flowers, a network of ${counts.join('-')}, the same weights to start from. Five rules for the step:`,
      zh: `${readable(data.counts.train)} 朵花，一个 ${counts.join('-')} 的网络，同样的初始权重。五种更新规则：`,
    });
    await show(valleyFigure());
  },

  model() {
    return Object.fromEntries(racerNames.map((racer) => [racer, twin()])) as Record<Racer, Sequential>;
  },

  async train(twins, { train }, { settings, callbacks, say }) {
    const { epochs, batchSize } = settings;
    const [start, seed] = [arrayNetwork(counts), deriveSeed()];
    const networks = {} as Record<Racer, DenseNetwork>;
    const histories = {} as Record<Racer, Record<string, number[]>>;
    for (const racer of racerNames) {
      const { name, rate, make } = racers[racer];
      await say({ en: `${name}, learning rate ${rate}:`, zh: `${name}，学习率 ${rate}：` });
      networks[racer] = copyOf(start);
      const told = { callbacks, model: twins[racer] };
      histories[racer] = await race(networks[racer], make(rate), train, { epochs, batchSize, seed, ...told });
      copyInto(twins[racer], networks[racer]);
    }
    await say({
      en: `And by the clock, each ${timings} times, in turns:`,
      zh: `再看时钟，每种 ${timings} 次，轮流进行：`,
    });
    const again = (racer: Racer) => () =>
      race(copyOf(start), racers[racer].make(racers[racer].rate), train, { epochs, batchSize, seed, callbacks: [] });
    const things = Object.fromEntries(racerNames.map((racer) => [racer, again(racer)]));
    const times = await timeInTurns<Racer>(things as Record<Racer, () => Promise<unknown>>, timings);
    for (const racer of racerNames) {
      const { median, least, most } = times[racer];
      const text = `${racers[racer].name.padEnd(10)}${readable(median).padStart(6)} ms (${readable(least)} … ${readable(most)})`;
      await say({ en: text, zh: text });
    }
    raced.set(twins, { networks, answers: { histories, times } });
    return histories.adam;
  },

  async evaluate(twins, { test }) {
    const { networks } = raced.get(twins)!;
    const results: Record<string, number> = {};
    for (const racer of racerNames) {
      const { loss, accuracy } = judge(networks[racer], test);
      results[`${racer}_loss`] = loss;
      results[`${racer}_accuracy`] = accuracy;
    }
    return results;
  },

  async predict(twins) {
    const cakes = {
      squared: howManyToBake('squared'),
      dear: howManyToBake({ cost: 1, profit: 9 }),
      cheap: howManyToBake({ cost: 9, profit: 1 }),
    };
    return { ...raced.get(twins)!.answers, cakes };
  },

  async report(run, context) {
    const { language, show } = context;
    await show(raceFigure(run.answers.histories, language));
    await show(decayFigure(language));
    await show(activationsFigure('functions'));
    await show(activationsFigure('derivatives'));
    await show(lossesFigure(language));
    return story(run, context);
  },

  checks,
});

/** The network of the race as layers of the package, to be kept. */
function twin(): Sequential {
  const [inputs, hidden, outputs] = counts as [number, number, number];
  return new Sequential([
    new Dense({ units: hidden, activation: 'relu', inputShape: [inputs] }),
    new Dense({ units: outputs }),
  ]);
}
