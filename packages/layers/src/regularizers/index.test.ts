import { expect, test } from 'vitest';
import * as api from './index';

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "L1",
      "L1L2",
      "L2",
      "OrthogonalRegularizer",
      "Regularizer",
      "getRegularizer",
    ]
  `);
});

test('names near names for a misspelt one', () => {
  expect(() => api.getRegularizer('l3')).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: the name of a known regularizer. Received: 'l3'. Did you mean 'L1' or 'L2'?]`,
  );
});
