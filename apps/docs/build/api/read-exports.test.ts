import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readExports } from './read-exports';

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-api-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

it('finds what a module exports, wherever it is declared', () => {
  const folder = folderOf({
    'index.ts':
      "export { add, type Sum } from './math';\nexport * as deep from './deep/index';\nexport { Callback } from '@tenlab/layers';",
    'math.ts': `/** Adds. */
export function add(a: number, b: number): number {
  return a + b;
}
export interface Sum {
  /** The total. */
  total: number;
}
`,
    'deep/index.ts':
      "import { Base } from './base';\nexport { Base };\nexport { Base as Root } from './base';\nexport const limit = 3;",
    'deep/base.ts': `/** A base. */
export abstract class Base<T> extends Array<T> {
  /** How many. */
  get count(): number {
    return 1;
  }
  /** Hidden. */
  private secret(): void {}
  plain(): void {}
  constructor(first: T) {
    super();
  }
}
`,
  });
  const entries = readExports(folder, 'index.ts');
  expect(entries.map(({ name, kind, file }) => [name, kind, file])).toEqual([
    ['add', 'function', 'math.ts'],
    ['Sum', 'type', 'math.ts'],
    ['deep.Base', 'class', 'deep/base.ts'],
    ['deep.Root', 'class', 'deep/base.ts'],
    ['deep.limit', 'constant', 'deep/index.ts'],
  ]);
  const [add, , base, , limit] = entries;
  expect(add!.signature).toBe('function add(a: number, b: number): number');
  expect(add!.doc.text).toBe('Adds.');
  expect(base!.signature).toBe('abstract class Base<T> extends Array<T>\n\nnew Base(first: T)');
  expect(base!.members).toEqual([
    { name: 'count', signature: 'get count(): number', doc: expect.objectContaining({ text: 'How many.' }) },
  ]);
  expect(limit!.signature).toBe('const limit = 3');
});

it('shows the overloads of a function, and leaves out what is internal', () => {
  const folder = folderOf({
    'index.ts': `/** Either. */
export function either(a: string): string;
export function either(a: number): number;
export function either(a: unknown): unknown {
  return a;
}
/** @internal */
export const secret = 1;
`,
  });
  const entries = readExports(folder, 'index.ts');
  expect(entries.map(({ name }) => name)).toEqual(['either']);
  expect(entries[0]!.signature).toBe('function either(a: string): string\nfunction either(a: number): number');
});
