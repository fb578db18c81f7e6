import { expect, test } from 'vitest';
import * as api from './index';

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "Constraint",
      "MaxNorm",
      "MinMaxNorm",
      "NonNeg",
      "UnitNorm",
      "getConstraint",
    ]
  `);
});

test('names near names for a misspelt one', () => {
  expect(() => api.getConstraint('maxnrm')).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: the name of a known constraint. Received: 'maxnrm'. Did you mean 'MaxNorm'?]`,
  );
});
