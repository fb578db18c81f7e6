import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startExercise, writeState } from '../exercises/node/exercise-folder';
import { catalog } from '../labs/catalog';
import { captured } from '../testing/captured';
import { greet } from './greet';
import { Screen } from './screen';

const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-greet-'));
const ran = async (folder: string, lab: string) => {
  const run = join(folder, 'runs', lab);
  await mkdir(run, { recursive: true });
  await writeFile(join(run, 'config.json'), JSON.stringify({ lab, state: 'finished', started: '2026-01-01' }));
};
const told = async (folder: string, options = {}) => (await captured(() => greet(new Screen(options), folder))).out;

it('offers the first lab to who has run none', async () => {
  const folder = await fresh();
  expect(await told(folder)).toContain('Next: lab 1, Handwritten digits.\n  npx tenlab run mnist-digits\n');
  expect(await told(folder, { language: 'zh', langOption: ' --lang zh' })).toContain(
    '下一个：实验 1，手写数字。\n  npx tenlab run mnist-digits --lang zh\n',
  );
});

it('knows what was run and how far exercises are', async () => {
  const folder = await fresh();
  await ran(folder, 'mnist-digits');
  expect(await told(folder)).toMatch(/Labs run: 1 of [\s\S]*start mnist-digits\nOr next: lab (?!1,)/);
  const exercise = join(folder, 'exercises', 'mnist-digits');
  await startExercise('mnist-digits', exercise, 'starter');
  await writeState(exercise, { lab: 'mnist-digits', hints: {}, passed: false, steps: { passed: 2, all: 5 } });
  expect(await told(folder)).toMatch(
    /Go on with the exercise of lab 1, Handwritten digits \(2\/5 steps pass\):\n.*check mnist/,
  );
  await writeState(exercise, { lab: 'mnist-digits', hints: {}, passed: true });
  expect(JSON.parse(await told(folder, { json: true }))).toMatchObject({
    event: 'next',
    exercise: null,
    ran: 1,
    passed: 1,
  });
});

it('has something left for who has run them all', async () => {
  const folder = await fresh();
  for (const { about } of catalog) await ran(folder, about.id);
  expect(await told(folder)).toContain('new my-network');
});
