import { expect, test } from 'vitest';
import * as api from './index';

test('the public names', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "bundleForBrowser",
      "bundleForNode",
      "checkGradient",
      "describeReadme",
      "expectClose",
      "expectNoLeak",
      "expectReadOrRefused",
      "findChromium",
      "isContinuousIntegration",
      "mutate",
      "mutationCases",
      "needs",
      "numbersPerCopy",
      "onEveryBackend",
      "readmeExamples",
      "runInChromium",
      "serve",
      "smallDisk",
      "testedBackends",
      "watchAllocations",
    ]
  `);
});
