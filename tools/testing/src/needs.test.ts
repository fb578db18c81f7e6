import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from './find-chromium';
import { needs } from './needs';

afterEach(() => vi.unstubAllEnvs());

const vitestProgram = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

let ran = false;
needs({ path: new URL(import.meta.url), what: 'this file' })('what is there runs', () => {
  test('its tests', () => {
    ran = true;
  });
});

test('what is there ran', () => {
  expect(ran).toBe(true);
});

test('what is missing is skipped under a name that tells the reason, and fails in CI', () => {
  const root = fileURLToPath(new URL('./fixtures/', import.meta.url));
  const vitest = (CI: string) =>
    spawnSync(process.execPath, [vitestProgram, 'run', '--root', root, '--reporter=verbose'], {
      encoding: 'utf8',
      env: { ...process.env, CI, NO_COLOR: '1' },
    });
  const skipped = vitest('');
  expect(skipped.stdout).toContain('reads golden vectors (skipped: no golden vectors at /no/such/folder)');
  expect(skipped.status).toBe(0);
  const required = vitest('true');
  expect(required.stdout + required.stderr).toContain(
    'no golden vectors at /no/such/folder. In CI no test may be skipped',
  );
  expect(required.status).toBe(1);
});

test('Chromium is looked for where CHROMIUM_PATH says', () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/chromium');
  expect(findChromium()).toEqual({
    path: undefined,
    reason: 'no Chromium at /no/chromium: correct CHROMIUM_PATH',
  });
});
