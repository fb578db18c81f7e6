import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
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
      "stocks",
    ]
  `);
});
