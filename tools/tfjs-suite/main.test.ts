import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function suite(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' });
}

test('the last line counts the specs, and the JSON file names them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-suite-'));
  try {
    const file = join(folder, 'result.json');
    const { status, stdout, stderr } = suite('--backend', 'cpu', '--filter', 'cosh', '--json', file);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { passed, failed, specs } = JSON.parse(readFileSync(file, 'utf8'));
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${passed} passed, 0 failed`);
    expect(failed).toBe(0);
    expect(passed).toBe(specs.length);
    expect(passed).toBeGreaterThan(10);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('stock wasm fails what the list says and nothing else', () => {
  const { status, stdout } = suite('--backend', 'wasm-stock', '--filter', 'clipByValue');
  expect(status).toBe(0);
  expect(stdout).toContain(
    'failed clipByValue propagates NaNs\n    Error: Arrays differ: actual[6] = -1, expected[6] = NaN.',
  );
  expect(stdout).toMatch(/\n\d+ passed, 2 failed\n$/);
});

test('an unknown backend and a filter that matches nothing are errors', () => {
  expect(suite('--backend', 'gpu').stderr).toContain(
    '--backend: must be one of wasm, cpu, wasm-stock. Received: gpu. Try --help.',
  );
  const { status, stderr } = suite('--backend', 'cpu', '--filter', 'no such spec');
  expect(status).toBe(2);
  expect(stderr).toContain("--filter: no spec's name contains it. Received: no such spec.");
});
