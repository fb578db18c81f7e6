import { expect, test } from 'vitest';
import * as api from './index';

test('the public names', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "bundleForBrowser",
      "checkGradient",
      "expectClose",
      "expectNoLeak",
      "findChromium",
      "isContinuousIntegration",
      "needs",
      "onEveryBackend",
      "runInChromium",
      "serve",
      "testedBackends",
    ]
  `);
});
