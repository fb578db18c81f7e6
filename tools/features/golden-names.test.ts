import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goldenNames } from './golden-names';

test('classes and functions of golden cases are found, by family, and other files left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const write = (file: string, cases: object[]) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify({ cases }));
  };
  write('layers/core/core.golden.json', [{ class_name: 'Dense' }, { class_name: 'Dense' }]);
  write('activations/a.golden.json', [{ function: 'keras.activations.relu' }]);
  write('layers/other.json', [{ class_name: 'Conv2D' }]);
  expect([...goldenNames(folder)].sort()).toEqual(['activations.relu', 'layers.Dense']);
  rmSync(folder, { recursive: true });
});
