import type { Sequential } from '@tenlab/layers';
import { defineLab } from '../../define-lab';
import { readable } from '../../texts';
import { about } from './about';
import { askPlane } from './ask-plane';
import { checks, type PlaneAnswers } from './checks';
import { boundaryFigure, lossesFigure, nameOf } from './figures';
import { type MoonsData, moons } from './moons-data';
import { planeNetwork, type Variant, variantNames, variants } from './networks';
import { story } from './story';

/** One network, three times: plain, with L2, with dropout; and the line that each draws. */
export const lab = defineLab<MoonsData, Record<Variant, Sequential>, PlaneAnswers>({
  ...about,
  tiers: {
    smoke: { epochs: 5, batchSize: 32 },
    laptop: { epochs: 400, batchSize: 32 },
    full: { epochs: 800, batchSize: 32 },
  },

  async data({ settings }) {
    return moons(settings.limit === undefined ? {} : { limit: settings.limit });
  },

  async explore({ counts }, { say }) {
    await say({
      en: `${readable(counts.train)} points to learn from and ${readable(counts.test)} never seen, of two half moons that reach into each other. Some lie on the other's side: whoever names all of the first right has learned them by heart.`,
      zh: `${readable(counts.train)} 个点用于学习，${readable(counts.test)} 个从未见过，来自两个互相嵌入的半月。有些点在对方一侧：能把学习用的点全部认对，就说明是死记硬背。`,
    });
  },

  model() {
    return Object.fromEntries(variantNames.map((name) => [name, planeNetwork(variants[name])])) as Record<
      Variant,
      Sequential
    >;
  },

  async train(networks, { train, test }, { settings, callbacks, say }) {
    for (const name of variantNames) {
      await say({ en: `${nameOf(name, 'en')}:`, zh: `${nameOf(name, 'zh')}：` });
      await networks[name].fit(train.x, train.y, {
        epochs: settings.epochs,
        batchSize: settings.batchSize,
        validationData: [test.x, test.y],
        callbacks,
        verbose: 0,
      });
    }
    return { ...networks.plain.history!.history };
  },

  async evaluate(networks, { train, test }) {
    const results: Record<string, number> = {};
    const options = { returnDict: true, verbose: 0 } as const;
    for (const name of variantNames) {
      const unseen = await networks[name].evaluate(test.x, test.y, options);
      const seen = await networks[name].evaluate(train.x, train.y, options);
      results[`${name}_loss`] = unseen.binary_crossentropy!;
      results[`${name}_accuracy`] = unseen.accuracy!;
      results[`${name}_training_loss`] = seen.binary_crossentropy!;
      results[`${name}_training_accuracy`] = seen.accuracy!;
    }
    return results;
  },

  async predict(networks, data, { language, show }) {
    const answers: Partial<Record<Variant, PlaneAnswers[Variant]>> = {};
    for (const name of variantNames) {
      const plane = await askPlane(networks[name]);
      const answer = { history: networks[name].history!.history, plane, squares: await squaresOf(networks[name]) };
      await show(boundaryFigure(name, answer, data, language));
      answers[name] = answer;
    }
    return answers as PlaneAnswers;
  },

  async report(run, context) {
    await context.show(lossesFigure(run.answers, context.language));
    return story(run, context);
  },

  checks,
});

/** Adds up the squares of the hidden layers' weights, without biases. */
async function squaresOf(model: Sequential): Promise<number> {
  let sum = 0;
  for (const { value } of model.weights.filter(({ shape }) => shape.length === 2).slice(0, 2)) {
    for (const weight of await value.data()) sum += weight * weight;
  }
  return sum;
}
