import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exerciseText } from '../exercises/node/exercise-folder';
import { tenlab, whyNotBuilt } from '../testing/tenlab';

const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;

describe.skipIf(whyNotBuilt !== undefined)(title, () => {
  it('judges again at each save, and ends when every step passes', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'tenlab-watch-'));
    await tenlab(['start', '1'], { cwd });
    const solution = await exerciseText('01-mnist-digits', 'solution.ts');
    let saved = false;
    const { code, out } = await tenlab(['watch', '1'], {
      cwd,
      onOut: (text) => {
        if (saved || !text.includes('Watching')) return;
        saved = true;
        void writeFile(join(cwd, 'exercises', 'mnist-digits', 'exercise.ts'), solution);
      },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/0 of 5 steps pass\.[\s\S]*All 5 steps pass/);
  });
});
