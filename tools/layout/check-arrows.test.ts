import { expect, test } from 'vitest';
import { checkArrows } from './check-arrows';

/** A package with one file of that text, and what the check says about it. */
function messages(name: string, text: string, file = 'src/x.ts'): string[] {
  const manifest = JSON.stringify({
    dependencies: { '@tenlab/core': '', '@tenlab/layers': '', '@tenlab/viz': '', '@tenlab/backend-wasm': '' },
  });
  const tree = new Map([
    [`packages/${name}/package.json`, manifest],
    [`packages/${name}/${file}`, text],
  ]);
  return checkArrows(tree).map((problem) => problem.message);
}

test('imports that go down pass', () => {
  expect(messages('layers', `import { setSeed } from '@tenlab/core';`)).toEqual([]);
  expect(messages('core', `const wasm = await import('@tenlab/backend-wasm');`)).toEqual([]);
  expect(messages('core', `import type { WasmReport } from '@tenlab/backend-wasm';`)).toEqual([]);
  expect(messages('core', `import '@tenlab/backend-wasm/gradients';`)).toEqual([]);
});

test.each([
  ['up', 'core', `import { Dense } from '@tenlab/layers';`],
  ['up, by a re-export', 'core', `export { Dense } from '@tenlab/layers';`],
  ['up, for a type', 'core', `import type { Layer } from '@tenlab/layers';`],
  ['up, when it runs', 'core', `await import('@tenlab/layers');`],
  ['sideways', 'datasets', `import { toSVG } from '@tenlab/viz';`],
  ['to nowhere', 'layers', `import '@tenlab/nothing';`],
])('an import that goes %s is a problem', (_, name, text) => {
  expect(messages(name, text)).toEqual([expect.stringContaining('must import downward only')]);
});

test('tests obey the arrows too, and may use the testing package', () => {
  expect(messages('core', `import { Dense } from '@tenlab/layers';`, 'src/x.test.ts')).toHaveLength(1);
  expect(messages('core', `import { expectClose } from '@tenlab/testing';`, 'src/x.test.ts')).toEqual([]);
  expect(messages('core', `import { expectClose } from '@tenlab/testing';`)).toHaveLength(1);
});

test('tests of types are tests', () => {
  const text = `import { expectTypeOf } from 'vitest';`;
  expect(messages('core', text, 'src/x.test-d.ts')).toEqual([]);
  expect(messages('core', text)).toHaveLength(1);
});

test('tests may use the tools of the workspace', () => {
  const text = `import { runCase } from '../../../tools/conformance/layers';`;
  expect(messages('layers', text, 'src/x.test.ts')).toEqual([]);
  expect(messages('layers', text)).toHaveLength(1);
});

test.each([
  [
    'a relative import of another package',
    `import { x } from '../../core/src/x';`,
    'must not reach out of its package',
  ],
  ['the package by its own name', `import { x } from '@tenlab/layers';`, 'must import its own files'],
  ['everything exported', `export * from './y';`, 'must export names, not everything'],
  ['a module of Node', `import { readFile } from 'node:fs/promises';`, 'must run in the browser too'],
  ['a dependency that is not listed', `import { zipSync } from 'fflate';`, "Add 'fflate' to the dependencies"],
])('%s is a problem', (_, text, message) => {
  expect(messages('layers', text)).toEqual([expect.stringContaining(message)]);
});

test('the backend is not loaded before it is chosen', () => {
  expect(messages('core', `import { startWasm } from '@tenlab/backend-wasm';`)).toEqual([
    expect.stringContaining('must load the backend when it is chosen'),
  ]);
});

test('imports in comments and strings are none', () => {
  expect(
    messages('core', `/** import { Dense } from '@tenlab/layers'; */ const s = "import '@tenlab/layers'";`),
  ).toEqual([]);
});

test('a package without a place in the order is a problem', () => {
  expect(messages('newcomer', '')).toEqual([expect.stringContaining('must have a place in the order of packages')]);
});
