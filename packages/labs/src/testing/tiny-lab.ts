import type { Model } from '@tenlab/layers';
import type { Lab } from '../define-lab';

/** For tests: a lab whose model is no network at all, so that only the runner is tested. */
export function tinyLab(train?: Lab['train']): Lab {
  const text = { en: 'tiny', zh: '小' };
  const settings = { epochs: 1, batchSize: 1 };
  const picture = { svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' };
  return {
    id: 'tiny',
    number: 99,
    title: text,
    goal: text,
    tiers: { smoke: settings, laptop: settings, full: settings },
    data: async () => ({ name: 'nothing', source: 'nowhere', counts: { train: 4, test: 2 } }),
    explore: async (_, { say, show }) => {
      await say({ en: 'look', zh: '看' });
      await show({ name: 'look', alt: text, caption: text, picture });
    },
    model: () => ({}) as Record<string, Model>,
    train: train ?? (async () => ({ loss: [1] })),
    evaluate: async () => ({ loss: 0.5 }),
    predict: async () => 'answers',
    report: async ({ test }) => ({
      title: 'Tiny',
      summary: `loss ${test.loss}`,
      numbers: [],
      sections: [{ title: 'Look', figures: ['look'] }],
      next: ['Go on.'],
    }),
    checks: [{ id: 'good', title: text, passed: ({ test }) => (test.loss ?? 1) < 1, found: () => text }],
  };
}
