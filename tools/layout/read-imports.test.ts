import { expect, test } from 'vitest';
import { readImports } from './read-imports';

test('every way to import is found, with its kind', () => {
  const text = `import a, { b } from 'one';
    import 'two';
    import type { c } from 'three';
    export { d } from 'four';
    export type { e } from 'five';
    export * from 'six';
    export * as g from 'seven';
    const h = await import('eight');
    type I = typeof import('nine');
    // import 'ten';`;
  expect(readImports('a.ts', text).map(({ from, kind }) => `${from} ${kind}`)).toEqual([
    'one static',
    'two static',
    'three type',
    'four static',
    'five type',
    'six export *',
    'seven static',
    'eight dynamic',
    'nine type',
  ]);
});
