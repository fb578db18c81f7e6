// What must hold of every lab and extra: a new one joins by being in a catalog.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from '../define-lab';
import { extras } from '../extras/catalog';
import { fastRun, type SeenRun } from '../testing/fast-run';
import { catalog } from './catalog';

const labs = [...catalog, ...extras].map(({ about, load }) => ({ id: about.id, load }));

describe.each(labs)('$id at smoke tier', ({ load }) => {
  let lab: Lab;
  let run: SeenRun;
  let chinese: SeenRun;

  // Two runs show all but what another seed does: one on two threads, one on one thread in Chinese.
  beforeAll(async () => {
    lab = await load();
    run = await fastRun(lab, { seed: 7, threads: 2 });
    chinese = await fastRun(lab, { seed: 7, threads: 1, language: 'zh' });
  });

  it('ends well, and speaks of every picture that it shows', () => {
    const { checks, story } = run.outcome;
    expect(checks.filter(({ passed }) => passed === false)).toEqual([]);
    expect(story.next.length).toBeGreaterThan(0);
    const named = story.sections.flatMap((section) => section.figures ?? []);
    expect([...named].sort()).toEqual([...run.figures].sort());
  });

  it('gives the same weights on one thread as on two, and others for another seed', async () => {
    expect(run.end.weights_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(chinese.end.weights_sha256).toBe(run.end.weights_sha256);
    expect((await fastRun(lab, { seed: 8 })).end.weights_sha256).not.toBe(run.end.weights_sha256);
  });

  it('says in Chinese whatever it says', () => {
    const { events, outcome } = chinese;
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
  it.each(labs.filter(({ id }) => tooSlow[id] === undefined))('$id ends well', async ({ load }) => {
    const { end } = await fastRun(await load(), { seed: 7, backend: 'cpu' });
    expect(Object.values(end.test).every(Number.isFinite)).toBe(true);
  });
});
