import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolders, readSourceTree, sourcesUnder } from './source-tree';

test('texts are read, what is installed or built is not', () => {
  const root = mkdtempSync(join(tmpdir(), 'source-tree-'));
  try {
    for (const file of [
      'packages/b/src/x.ts',
      'packages/a/node_modules/y.ts',
      'packages/a/z.md',
      'dist/w.ts',
      'image.png',
    ]) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), 'text');
    }
    const tree = readSourceTree(root);
    expect([...tree.keys()].sort()).toEqual(['packages/a/z.md', 'packages/b/src/x.ts']);
    expect(packageFolders(tree)).toEqual(['packages/a', 'packages/b']);
    expect(sourcesUnder(tree, 'packages/b/src')).toEqual([['packages/b/src/x.ts', 'text']]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
