import { expect, it } from 'vitest';
import { timeUp, trainingEnd, withStop } from './time-limit';

it('leaves time for what comes after training', () => {
  expect([trainingEnd(500, 20), trainingEnd(0, 300), trainingEnd(0, undefined)]).toEqual([17_500, 285_000, undefined]);
});

it('says where training was, and in the report first of all', () => {
  expect(timeUp('epoch 3, step 40', 300)).toEqual({
    en: 'Time is up: training was stopped in epoch 3, step 40, so that the run is over after 5 min (--max).',
    zh: '时间到：训练在第 3 轮第 40 步停止，好让整个运行在 5 分钟内结束（--max）。',
  });
  const story = { title: '', summary: '', numbers: [], sections: [{ title: 'Data' }], next: [] };
  expect(withStop(story, undefined, {})).toBe(story);
  const told = withStop(story, 'epoch 1, step 2', { maxSeconds: 9, language: 'zh' });
  expect(told.sections.map(({ title }) => title)).toEqual(['提前停止', 'Data']);
});
