import { expect, it } from 'vitest';
import * as api from './index';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "SeedGenerator",
      "TenlabError",
      "backendCompiles",
      "backendReport",
      "checkChoice",
      "checkOptions",
      "compile",
      "deriveSeed",
      "describeBackend",
      "formatValue",
      "getSeed",
      "getSeedState",
      "gradCheck",
      "inWords",
      "leakCheck",
      "probeBackends",
      "randomNormalValues",
      "randomPermutation",
      "randomUniformValues",
      "scope",
      "scopeAsync",
      "setSeed",
      "setSeedState",
      "threefry2x32",
      "truncatedNormalValues",
      "uncompiled",
      "useBackend",
    ]
  `);
});
