import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSpecs } from './run-specs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-specs-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('every outcome is told with its reason, and no failure hides in a hook', async () => {
  const bundle = join(folder, 'specs.cjs');
  await writeFile(
    bundle,
    `describe('add env {}', () => {
       it('works', () => expect(1 + 1).toBe(2));
       it('works', () => expect(1 + 1).toBe(3));
       xit('is off', () => {});
     });
     describe('mul env {}', () => {
       afterAll(() => { throw new Error('left a tensor behind'); });
       it('works', () => {});
     });`,
  );
  expect(await runSpecs(bundle, { environmentName: 'env' })).toEqual([
    { name: 'add works', status: 'passed' },
    { name: 'add works #2', status: 'failed', reason: 'Expected 2 to be 3.' },
    { name: 'add is off', status: 'skipped', reason: 'Temporarily disabled with xit' },
    { name: 'mul works', status: 'passed' },
    { name: 'mul (suite)', status: 'failed', reason: 'Error: left a tensor behind' },
  ]);
});

test('a filter leaves the other specs out of the results', async () => {
  const bundle = join(folder, 'specs.cjs');
  await writeFile(bundle, `describe('d env {}', () => { it('one', () => {}); it('two', () => {}); });`);
  expect(await runSpecs(bundle, { environmentName: 'env', filter: 'two' })).toEqual([
    { name: 'd two', status: 'passed' },
  ]);
});
