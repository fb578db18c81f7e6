import { backendReport } from '@tenlab/core';
import { expect, it } from 'vitest';
import { fastRun } from '../../testing/fast-run';
import { lab } from './lab';

it.each([1, 2, 3])('learns from a file of its own, with seed %d', async (seed) => {
  const { outcome, figures } = await fastRun(lab, { tier: 'laptop', seed });
  expect(outcome.checks.map(({ id, passed }) => [id, passed])).toEqual([
    ['devices-agree', true],
    ['own-data-learned', true],
  ]);
  const named = outcome.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
});

it('prints what code gives, in Chinese too, and trains on the device of the run', async () => {
  const { events, end } = await fastRun(lab, { language: 'zh' });
  const told = events.flatMap((event) => (event.event === 'text' ? event.text : [])).join('\n');
  expect(told).toContain('  tf.add([1, 2], [3, 4])\n    float32 [2]: [4, 6]');
  expect(told).toContain('x,y,kind');
  expect(told).toMatch(/数据管道：.*shuffle.*batch/);
  expect(end.weights_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(backendReport()?.name).toBe('wasm');
});
