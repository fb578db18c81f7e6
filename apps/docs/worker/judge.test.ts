import { readFileSync } from 'node:fs';
import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { judge } from './judge';

const read = (file: string) =>
  readFileSync(new URL(`../../../packages/labs/src/labs/08-autodiff/${file}`, import.meta.url), 'utf8');
const given = (text: string) => ({ lab: 'autodiff', language: 'zh', dataUrl: '', text }) as const;

it('judges as the command does: a solution passes, a starter is not begun', async () => {
  await useBackend('cpu');
  expect((await judge(given(read('solution.ts')))).map(({ state }) => state)).toEqual(Array(5).fill('passed'));
  expect((await judge(given(read('exercise.ts')))).map(({ state }) => state)).toEqual([
    'todo',
    ...Array(4).fill('waiting'),
  ]);
});

it('names the line of an error, and says where a file cannot be read', async () => {
  await useBackend('cpu');
  const lines = read('solution.ts').split('\n');
  const at = lines.findIndex((line) => line.startsWith('export function'));
  lines.splice(at + 1, 0, '  nowhere();');
  const [threw] = await judge(given(lines.join('\n')));
  expect(threw?.mistake).toEqual({
    id: 'threw',
    text: `你的代码抛出了错误（第 ${at + 2} 行）：nowhere is not defined`,
  });
  const [broken] = await judge(given('const = 1;'));
  expect(broken?.mistake?.id).toBe('does-not-load');
  expect(broken?.mistake?.text).toMatch(/文件无法加载：.*1:7/);
});
