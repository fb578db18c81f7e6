import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/constraints/constraints.golden.json';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function conformance(...args: string[]) {
  const main = join(root, 'tools/conformance/main.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8', cwd: root });
}

function writeKit(cases: unknown[]) {
  writeFileSync(join(folder, 'constraints.json'), JSON.stringify({ keras: '3', cases }));
}

test('ends with the counts alone on a line, and exits with 0 where all passed', () => {
  writeKit(golden.cases);
  const { status, stdout } = conformance(folder, '--backend', 'cpu');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${golden.cases.length} passed, 0 failed`);
  expect(status).toBe(0);
});

test('prints a failing case with its largest difference, and exits with 1', () => {
  const [first] = golden.cases;
  writeKit([
    { ...first, output: first!.x },
    { ...first, class_name: 'MaxNorm', config: { max_value: 1e-3, axis: 0 } },
  ]);
  const { status, stdout } = conformance(folder, '--backend', 'cpu');
  expect(stdout).toMatch(/^✗ constraints \S+: output\[\d+\]: .* times the tolerance/m);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d passed, [12] failed$/);
  expect(status).toBe(1);
});

test('says how it is used', () => {
  expect(conformance().status).toBe(2);
  expect(conformance('--help').stdout).toContain('pnpm conformance DIR');
});
