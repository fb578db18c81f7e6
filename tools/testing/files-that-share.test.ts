import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesThatShare } from './files-that-share.mjs';

test('shares what works on values alone, and nothing that stays behind in its process', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenlab-share-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('packages/a/src/parse.test.ts', "expect(parse('1')).toBe(1)");
  write('packages/a/src/parse.ts', '');
  write('packages/a/src/kernel.test.ts', "await useBackend('wasm')");
  write('packages/a/src/tensor.test.ts', "import * as tf from '@tensorflow/tfjs-core';");
  write('packages/a/src/deep/clock.test.ts', 'vi.useFakeTimers()');
  write('packages/a/src/deep/folder.test.ts', 'process.chdir(folder)');
  write('packages/a/src/deep/texts.test.ts', 'processing goes on');
  write('packages/a/node_modules/b/b.test.ts', '');
  expect(filesThatShare(root, ['packages'])).toEqual([
    'packages/a/src/deep/texts.test.ts',
    'packages/a/src/parse.test.ts',
  ]);
  rmSync(root, { recursive: true });
});
