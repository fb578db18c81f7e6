import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDeclarations } from './check-declarations';
import { packagesWithInstallScripts } from './install-packages';
import { lintPackage } from './lint-package';
import { loadPackage } from './load-package';
import { mustRun } from './run';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const exports = {
  '.': {
    import: { types: './index.d.ts', default: './index.js' },
    require: { types: './index.d.cts', default: './index.cjs' },
  },
  './package.json': './package.json',
};
const files = {
  'index.js': 'export const a = 1;',
  'index.d.ts': 'export declare const a: number;',
  'index.cjs': 'exports.a = 1;',
  'index.d.cts': 'export declare const a: number;',
};

function write(path: string, manifest: object, contents: Record<string, string> = files): void {
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(path, name), text);
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', type: 'module', license: 'MIT', exports, ...manifest }),
  );
}

function lint(manifest: object, contents?: Record<string, string>): Promise<string[]> {
  write(join(folder, 'package'), manifest, contents);
  mustRun('tar', ['-czf', 'x.tgz', 'package'], folder);
  return lintPackage(root, join(folder, 'x.tgz'));
}

test('a whole package has no problems', async () => {
  expect(await lint({ sideEffects: false, engines: { node: '>=20' } })).toEqual([]);
});

test('a file that is named but not packed is a problem', async () => {
  const { 'index.cjs': _, ...others } = files;
  expect((await lint({}, others)).join('\n')).toContain('./index.cjs but the file does not exist');
});

test('types that lie about the module format are a problem', async () => {
  const { import: esm, require } = exports['.'];
  const lying = { '.': { import: esm, require: { ...require, types: './index.d.ts' } } };
  expect((await lint({ exports: lying })).join('\n')).toMatch(/attw: [\s\S]*Masquerading as ESM/);
});

function load(contents: Record<string, string>): Record<string, string | undefined> {
  mkdirSync(join(folder, 'source/src'), { recursive: true });
  writeFileSync(join(folder, 'source/package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'source/src/index.ts'), 'export const a: number = 1;');
  write(join(folder, 'node_modules/x'), {}, { ...files, ...contents });
  const packed = { name: 'x', folder: join(folder, 'source'), tarball: '', manifest: { name: 'x', exports } };
  return Object.fromEntries(loadPackage(root, folder, packed).map(({ label, problem }) => [label, problem]));
}

test('both ways of loading must give the names of the source, in silence', () => {
  expect(load({})).toEqual({ 'import x': undefined, 'require x': undefined });
  expect(load({ 'index.cjs': 'exports.a = 1; exports.b = 2;' })).toEqual({
    'import x': undefined,
    'require x': 'it must export ["a"]. Received: ["a","b"]',
  });
  expect(load({ 'index.js': 'export const a = 1; console.warn("old");' })['import x']).toBe(
    'stderr must stay empty. Received: old',
  );
  expect(load({ 'index.js': 'import "./missing.js";' })['import x']).toContain('it must load. Received: exit code 1');
});

test('declarations are checked as if skipLibCheck were off, ours and no others', () => {
  const declare = (name: string, types: string) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(path, { recursive: true });
    write(path, { name }, { 'index.js': '', 'index.d.ts': types, 'index.cjs': '', 'index.d.cts': types });
  };
  declare('other', 'export declare const a: Missing;');
  declare('@tenlab/x', "export { a } from 'other'; export declare const b: number;");
  expect(checkDeclarations(folder, ['@tenlab/x'])).toEqual([]);
  declare('@tenlab/x', 'export declare const b: Missing;');
  expect(checkDeclarations(folder, ['@tenlab/x'])).toEqual([
    expect.stringMatching(/@tenlab\/x\/index\.d\.ts:1: Cannot find name 'Missing'\.$/),
  ]);
  expect(checkDeclarations(folder, ['@tenlab/y'])).toEqual([expect.stringContaining("Cannot find module '@tenlab/y'")]);
});

test('install scripts are found in the lockfile', () => {
  const packages = { '': {}, 'node_modules/a': { hasInstallScript: true }, 'node_modules/a/node_modules/@s/b': {} };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  expect(packagesWithInstallScripts(folder)).toEqual(['a']);
});
