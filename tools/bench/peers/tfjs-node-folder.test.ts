import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtTfjsNode, tfjsNodeFolder } from './tfjs-node-folder';

test('it lies in the cache, by version', () => {
  expect(tfjsNodeFolder('/cache')).toBe(join('/cache', 'bench', 'tfjs-node-4.22.0'));
});

test('says what to run while it is not built, and where it is once it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-node-'));
  try {
    expect(() => builtTfjsNode(folder)).toThrow(
      'Run `pnpm bench:tfjs-node --python path/to/venv/bin/python` with a Python in which the wheel tensorflow-cpu is installed.',
    );
    writeFileSync(join(folder, 'built'), '');
    expect(builtTfjsNode(folder)).toBe(join(folder, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
