// What must hold of every lab and extra: a new one joins by being in a catalog.
import { describe, expect, it } from 'vitest';
import { extras } from '../extras/catalog';
import { fastRun } from '../testing/fast-run';
import { catalog } from './catalog';

const labs = [...catalog, ...extras].map(({ about, load }) => ({ id: about.id, number: about.number, load }));
const seconds = new Map<string, number>();

describe.each(labs)('$id at smoke tier', ({ id, load }) => {
  it('ends well, and with the same bits on one thread and on two', { timeout: 120_000 }, async () => {
    const lab = await load();
    const began = performance.now();
    const two = await fastRun(lab, { seed: 7, threads: 2 });
    seconds.set(id, (performance.now() - began) / 1000);
    expect(two.outcome.checks.filter(({ passed }) => passed === false)).toEqual([]);
    expect(two.outcome.story.next.length).toBeGreaterThan(0);
    const one = await fastRun(lab, { seed: 7, threads: 1 });
    expect(one.end.weights_sha256).toBe(two.end.weights_sha256);
  });

  it('says in Chinese whatever it says', { timeout: 120_000 }, async () => {
    const { events, outcome } = await fastRun(await load(), { seed: 7, language: 'zh' });
    const han = /\p{Script=Han}/u;
    const { title, summary, next } = outcome.story;
    // Labels and headings may be names alone, such as LSTM.
    const told = [title, summary, ...next];
    expect(told.filter((text) => !han.test(text))).toEqual([]);
    expect(outcome.checks.filter((check) => !han.test(check.title))).toEqual([]);
    for (const { figure } of events.filter((event) => event.event === 'figure')) {
      expect([figure.alt.zh, figure.caption.zh].filter((text) => !han.test(text))).toEqual([]);
    }
  });
});

it('takes less than three minutes for the whole course', () => {
  const course = labs.filter(({ number }) => number !== undefined).map(({ id }) => seconds.get(id)!);
  expect(course.reduce((sum, own) => sum + own, 0)).toBeLessThan(180);
});

const convolutions = 'a step of convolutions, forward and back, takes some seconds to sixteen';

/** What the cpu backend, plain JavaScript, cannot do at this tier in two minutes, with the reason. */
const tooSlow: Readonly<Record<string, string>> = {
  'mnist-digits': convolutions,
  cnn: convolutions,
  'save-restore': 'it ends well, but six trainings of 407,050 weights, each tested, take half a minute of a core',
  alexnet: convolutions,
  'lenet-dropout': convolutions,
  'image-augmentation': convolutions,
  'own-dataset': convolutions,
  'movie-reviews':
    'the gradient of an embedding of 10,000 words goes through all of them, one after the other, in each step',
};

describe('on the cpu backend', () => {
  it.each(labs.filter(({ id }) => tooSlow[id] === undefined))(
    '$id ends well',
    { timeout: 120_000 },
    async ({ load }) => {
      const { end } = await fastRun(await load(), { seed: 7, backend: 'cpu' });
      expect(Object.values(end.test).every(Number.isFinite)).toBe(true);
    },
  );
});
