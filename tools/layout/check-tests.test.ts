import { expect, test } from 'vitest';
import { checkTests } from './check-tests';

function messages(files: Record<string, string>, exceptions: Record<string, string> = {}): string[] {
  const tree = new Map(Object.entries(files).map(([file, text]) => [`packages/x/src/${file}`, text]));
  return checkTests(tree, exceptions).map((problem) => problem.message);
}

test('a source without its test is a problem', () => {
  expect(messages({ 'a/relu.ts': 'export const relu = 1;', 'a/relu.test.ts': '' })).toEqual([]);
  expect(messages({ 'a/relu.ts': 'export const relu = 1;', 'relu.test.ts': '' })).toEqual([
    'must have relu.test.ts beside it. Received: none. Write it, or give a reason in tools/layout/untested.ts.',
  ]);
});

test('types, indexes and fixtures need none', () => {
  const types = `import type { A } from './a';
    import { type B } from './b';
    export type { C } from './c';
    export { type D } from './d';
    export interface E extends A { b: B }
    export declare const f: number;`;
  expect(messages({ 'index.ts': 'export const x = 1;', 'fixtures/images.ts': 'export const x = 1;' })).toEqual([]);
  expect(messages({ 'types.ts': types.replace("import { type B } from './b';", '') })).toEqual([]);
  expect(messages({ 'types.ts': `${types} export const x = 1;` })).toHaveLength(1);
});

test('an exception with a reason passes, and must still be needed', () => {
  const exceptions = { 'packages/x/src/worker.ts': 'runs in a worker; pool.test.ts covers it' };
  expect(messages({ 'worker.ts': 'postMessage(1);' }, exceptions)).toEqual([]);
  expect(messages({ 'worker.ts': 'postMessage(1);', 'worker.test.ts': '' }, exceptions)).toEqual([
    'must only list files without a test. Received: packages/x/src/worker.ts. Remove it.',
  ]);
});

test('a folder whose files are tested together passes, and must still be needed', () => {
  const exceptions = { 'packages/x/src/shared/': 'parts of the kernels, tested through them' };
  expect(messages({ 'shared/window.ts': 'export const x = 1;' }, exceptions)).toEqual([]);
  expect(messages({ 'other/window.ts': 'export const x = 1;' }, exceptions)).toHaveLength(2);
});

test.each(['earlyStopping.ts', 'Early-stopping.ts', 'early_stopping.ts'])('%s is not kebab-case', (name) => {
  expect(messages({ [name]: 'export type X = 1;' })).toEqual([
    `must be named in kebab-case. Received: ${name}. Rename it.`,
  ]);
});
