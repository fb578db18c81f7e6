import { expect, test } from 'vitest';
import { readStockFailures, regressions } from './stock-failures';

test('a failed spec is a regression only where stock wasm passes it', () => {
  const results = [
    { name: 'add works', status: 'failed', reason: 'wrong sum' },
    { name: 'complex works', status: 'failed', reason: 'no kernel' },
    { name: 'mul works', status: 'passed' },
    { name: 'mul is off', status: 'skipped', reason: 'xit' },
  ] as const;
  expect(regressions(results, new Set(['complex works'])).map((result) => result.name)).toEqual(['add works']);
});

test('the recorded list holds the 334 specs that stock wasm 4.22 fails, each by a name of its own', async () => {
  const names = await readStockFailures();
  expect(names.size).toBe(334);
  expect(names).toContain('clipByValue propagates NaNs');
});
