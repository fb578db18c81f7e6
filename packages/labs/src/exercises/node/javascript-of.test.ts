import { expect, it } from 'vitest';
import { javascriptOf } from './javascript-of';

it('takes types away, keeps lines, and points imports at our own copies', () => {
  const typescript = [
    "import { Dense } from '@tenlab/layers';",
    "import * as tf from '@tensorflow/tfjs-core';",
    "import type { Sequential } from '@tenlab/layers';",
    "import { mine } from './mine.js';",
    'interface Row {',
    '  x: number;',
    '}',
    'export function twice(row: Row): number {',
    '  return 2 * row.x;',
    '}',
  ].join('\n');
  const lines = javascriptOf(typescript, (name) => `file:///${name}.js`).split('\n');
  expect(lines[0]).toBe("import { Dense } from 'file:///@tenlab/layers.js';");
  expect(lines[1]).toContain("'file:///@tensorflow/tfjs-core.js'");
  expect(lines[2]!.trim()).toBe('');
  expect(lines[3]).toContain("'./mine.js'");
  expect(lines[8]).toBe('  return 2 * row.x;');
});
