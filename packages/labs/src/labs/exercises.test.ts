import { readdirSync } from 'node:fs';
import { setSeed, useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { grade, type Work } from '../exercises/grade';
import { catalog } from './catalog';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

const exercises = catalog.flatMap(({ about, exercise }) => (exercise === undefined ? [] : [{ about, ...exercise }]));

it('covers every exercise that there is', () => {
  const folders = readdirSync(new URL('./', import.meta.url), { recursive: true, encoding: 'utf8' });
  const starters = folders.filter((path) => /[\\/]exercise\.ts$/.test(path)).map((path) => path.split(/[\\/]/)[0]);
  expect(exercises.map(({ folder }) => folder).sort()).toEqual(starters.sort());
});

describe.each(exercises)('the exercise of $about.id', ({ about, folder, load }) => {
  it('does not pass as it is given out, and its solution passes every step', async () => {
    const exercise = await load();
    expect(exercise.lab).toBe(about.id);
    const starter = (await import(`./${folder}/exercise.ts`)) as Work;
    const solution = (await import(`./${folder}/solution.ts`)) as Work;
    const [first, ...others] = exercise.steps.map(() => 'waiting');
    expect((await grade(exercise, starter)).map(({ state }) => state)).toEqual([first && 'todo', ...others]);
    // Each step by itself: the starter's function in the solution must not pass either.
    for (const name of Object.keys(starter)) {
      const states = (await grade(exercise, { ...solution, [name]: starter[name] })).map(({ state }) => state);
      expect([name, states]).toEqual([name, expect.arrayContaining(['todo'])]);
    }
    const graded = await grade(exercise, solution);
    expect(graded.map(({ mistake, state }) => mistake ?? state)).toEqual(exercise.steps.map(() => 'passed'));
  });

  it('has a title and three hints for each step, in both languages', async () => {
    for (const { title, hints } of (await load()).steps) {
      expect(hints).toHaveLength(3);
      for (const { en, zh } of [title, ...hints]) {
        expect([en, zh].every((text) => text.length > 1)).toBe(true);
      }
    }
  });
});
