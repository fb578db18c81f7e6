import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tenlab, whyNotBuilt } from '../testing/tenlab';
import { newProject } from './new-project';
import { Screen } from './screen';

const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-new-'));

it.each(['My Network', '-x', 'ü'])('refuses the name %j', async (name) => {
  await expect(newProject(join(await fresh(), name), new Screen())).rejects.toMatchObject({
    code: 'usage',
    place: 'new',
  });
});

it('writes over nothing', async () => {
  const folder = await fresh();
  await writeFile(join(folder, 'mine'), '');
  await expect(newProject(folder, new Screen())).rejects.toMatchObject({ code: 'usage' });
  expect(await readdir(folder)).toEqual(['mine']);
});

const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;

describe.skipIf(whyNotBuilt !== undefined)(title, () => {
  it('writes a project with the versions it has itself, and says how to go on', async () => {
    const cwd = await fresh();
    const { code, out, error } = await tenlab(['new', 'my-network'], { cwd });
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('  cd my-network\n  npm install\n  npm start\n');
    expect(out).not.toContain('\u001b');
    const { dependencies } = JSON.parse(await readFile(join(cwd, 'my-network', 'package.json'), 'utf8'));
    expect(dependencies['@tensorflow/tfjs-core']).toMatch(/^\^4\./);
    const { events } = await tenlab(['new', 'other', '--lang', 'zh', '--json'], { cwd });
    expect(events[0]).toMatchObject({
      event: 'project',
      files: ['package.json', 'train.js', 'README.md', '.gitignore'],
    });
    expect(await readFile(join(cwd, 'other', 'train.js'), 'utf8')).toContain('种子相同');
  });
});
