import { expect, it } from 'vitest';
import * as api from './index';

it('exports these names', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "classProbabilities",
      "compareCurves",
      "confusionCounts",
      "confusionMatrix",
      "contourSegments",
      "decisionBoundary",
      "histogram",
      "imageSheet",
      "learningCurves",
      "lineChart",
      "pairPlot",
      "report",
      "scatterPlot",
      "theme",
      "toSVG",
    ]
  `);
});
