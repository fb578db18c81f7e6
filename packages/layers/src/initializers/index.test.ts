import { expect, test } from 'vitest';
import * as api from './index';

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "Constant",
      "GlorotNormal",
      "GlorotUniform",
      "HeNormal",
      "HeUniform",
      "Identity",
      "Initializer",
      "LecunNormal",
      "LecunUniform",
      "Ones",
      "Orthogonal",
      "RandomNormal",
      "RandomUniform",
      "STFT",
      "TruncatedNormal",
      "VarianceScaling",
      "Zeros",
      "getInitializer",
    ]
  `);
});

test('names near names for a misspelt one', () => {
  expect(() => api.getInitializer('glorot_unifrom')).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: the name of a known initializer. Received: 'glorot_unifrom'. Did you mean 'GlorotUniform'?]`,
  );
});
