import { expect, it } from 'vitest';
import { type Exercise, type ExerciseStep, grade } from './grade';
import { Mistake } from './mistake';

const text = { en: 'text', zh: '文' };
const step = (id: string, check: ExerciseStep['check']): ExerciseStep => ({
  id,
  title: text,
  hints: [text, text, text],
  check,
});
const states = async (...steps: ExerciseStep[]) =>
  (await grade({ lab: 'tiny', steps } as Exercise, {})).map(({ state }) => state);

it('goes up to the first step that does not pass', async () => {
  const wrong = step('wrong', () => {
    throw new Mistake('labels-shifted', text);
  });
  const never = step('never', () => {
    throw new Error('must not be run');
  });
  expect(
    await states(
      step('right', () => {}),
      wrong,
      never,
    ),
  ).toEqual(['passed', 'failed', 'waiting']);
  expect((await grade({ lab: 'tiny', steps: [wrong] }, {}))[0]?.mistake).toEqual({ id: 'labels-shifted', text });
});

it('knows what was not begun', async () => {
  const todo = step('todo', async () => {
    throw new Error('TODO: divide');
  });
  expect(await states(todo)).toEqual(['todo']);
});

it("tells an error of the learner's code by its message and line", async () => {
  const threw = step('threw', () => {
    const error = new RangeError('too far');
    error.stack = 'RangeError: too far\n    at normalise (file:///home/me/.exercise-7.mjs?t=9:12:5)';
    throw error;
  });
  const [graded] = await grade({ lab: 'tiny', steps: [threw] }, {});
  expect(graded?.mistake).toEqual({
    id: 'threw',
    text: { en: 'Your code threw an error, in line 12: too far', zh: '你的代码抛出了错误（第 12 行）：too far' },
  });
});
