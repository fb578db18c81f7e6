import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "Dataset",
      "ImageArray",
      "LabelArray",
      "Table",
      "autoMpg",
      "download",
      "encodeIdx",
      "fashionMnist",
      "iris",
      "mnist",
      "movieReviews",
      "parseCsv",
      "parseIdx",
      "stack",
      "stocks",
    ]
  `);
});
