import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startExercise, writeState } from '../exercises/node/exercise-folder';
import { captured } from '../testing/captured';
import { list } from './list';
import { Screen } from './screen';

const folder = await mkdtemp(join(tmpdir(), 'tenlab-list-'));

it('names each lab, what it teaches, and how to start', async () => {
  const { out } = await captured(() => list(new Screen(), folder));
  expect(out).toContain(' 1   mnist-digits  Handwritten digits\n     Train a small convolutional network');
  expect(out).toMatch(/Extras, in any order:\n {5}hello {2}The smallest network/);
  expect(out).toMatch(/Start one: .* run mnist-digits\n$/);
});

it('tells how far one is, to people and to programs', async () => {
  const exercise = join(folder, 'exercises', 'mnist-digits');
  await startExercise('mnist-digits', exercise, 'starter');
  await writeState(exercise, { lab: 'mnist-digits', hints: {}, passed: false, steps: { passed: 2, all: 5 } });
  expect((await captured(() => list(new Screen(), folder))).out).toContain('     exercise begun, 2/5 steps pass\n');
  const chinese = await captured(() => list(new Screen({ language: 'zh' }), folder));
  expect(chinese.out).toMatch(/手写数字[\s\S]*练习已开始，通过 2\/5 步/);
  const { out } = await captured(() => list(new Screen({ json: true }), folder));
  expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({
    event: 'lab',
    id: 'mnist-digits',
    number: 1,
    progress: { exercise: 'begun', steps: { passed: 2, all: 5 } },
  });
});
