import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { closureOf } from '../build/lab-sources';
import { nodeProject } from './node-project';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Inside the docs' own folder, where the packages are installed.
const folder = mkdtempSync(join(root, 'apps/docs/node_modules/.project-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { epochs: 1, batchSize: 30, limit: undefined, seed: 3, learningRate: undefined };

it('runs a lab in Node with the settings of the page', async () => {
  const entry = 'labs/09-iris/lab.ts';
  const files = await closureOf(join(root, 'packages/labs/src'), entry);
  const project = nodeProject({ entry, files }, { lab: 'iris', settings, versions: { '@tenlab/labs': '^1.0.0' } });
  for (const [path, text] of project) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(JSON.parse(project.get('tenlab-iris/package.json')!)).toMatchObject({
    scripts: { start: 'tsx run.ts' },
    dependencies: { '@tenlab/labs': '^1.0.0' },
  });
  // As `npm start` would: tsx in a process of its own, on the built packages.
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const output = execFileSync(process.execPath, [tsx, 'run.ts'], {
    cwd: join(folder, 'tenlab-iris'),
    encoding: 'utf8',
  });
  expect(output).toMatch(/"event":"start","lab":"iris".*"seed":3/);
  expect(output).toMatch(/"event":"end"/);
});

it('sets the learning rate as the page does', () => {
  const project = nodeProject(
    { entry: 'labs/a/lab.ts', files: {} },
    { lab: 'a', settings: { ...settings, learningRate: 0.01 }, versions: {} },
  );
  expect(project.get('tenlab-a/run.ts')).toContain('optimizer.learningRate = 0.01;');
  expect(project.get('tenlab-a/run.ts')).toContain('epochs: 1, batchSize: 30, seed: 3');
});
