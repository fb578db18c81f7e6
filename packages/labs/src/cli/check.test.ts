import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exerciseText } from '../exercises/node/exercise-folder';
import { tenlab, whyNotBuilt } from '../testing/tenlab';

const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;

describe.skipIf(whyNotBuilt !== undefined)(title, () => {
  it('judges the starter, gives hints one by one, names a mistake, and passes the solution', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'tenlab-check-'));
    const none = await tenlab(['check', '1'], { cwd });
    expect([none.code, none.error]).toEqual([1, expect.stringContaining('Start it with `start mnist-digits`')]);
    await tenlab(['start', '1'], { cwd });
    const file = join(cwd, 'exercises', 'mnist-digits', 'exercise.ts');
    const begun = await tenlab(['check', '1', '--json'], { cwd });
    expect(begun.code).toBe(1);
    expect(begun.events[0]).toEqual({ event: 'step', id: 'normalise', state: 'todo' });
    expect(begun.events.at(-1)).toEqual({
      event: 'check',
      lab: 'mnist-digits',
      passed: false,
      steps: { passed: 0, all: 5 },
    });
    const hints = async () => (await tenlab(['check', '1', '--hint'], { cwd })).out.match(/Hint \d of 3/g)?.length;
    expect([await hints(), await hints(), await hints()]).toEqual([1, 2, 3]);

    const solution = await exerciseText('01-mnist-digits', 'solution.ts');
    await writeFile(
      file,
      solution.replace('new Dense({ units: 10 })', "new Dense({ units: 10, activation: 'softmax' })"),
    );
    const twice = await tenlab(['check', '1', '--lang', 'zh'], { cwd });
    expect([twice.code, twice.error]).toEqual([1, '']);
    expect(twice.out).toContain('softmax-twice: softmax 做了两次');
    expect(twice.out).not.toMatch(/\bat .*:\d+:\d+/);

    await writeFile(file, `${solution}\n}`);
    expect((await tenlab(['check', '1'], { cwd })).out).toContain('does-not-load');

    await writeFile(file, solution);
    const passed = await tenlab(['check', '1'], { cwd });
    expect([passed.code, passed.error]).toEqual([0, '']);
    expect(JSON.parse(await readFile(join(cwd, 'exercises', 'mnist-digits', '.tenlab.json'), 'utf8')).passed).toBe(
      true,
    );
  });
});
