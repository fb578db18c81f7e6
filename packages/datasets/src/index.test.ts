import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "Dataset",
      "ImageArray",
      "ImageDataGenerator",
      "LabelArray",
      "Table",
      "autoMpg",
      "decodeImage",
      "download",
      "encodeIdx",
      "fashionMnist",
      "imageFolder",
      "imdb",
      "iris",
      "mnist",
      "movieReviews",
      "padSequences",
      "parseCsv",
      "parseIdx",
      "resize",
      "stack",
      "stocks",
      "textFolder",
      "timeseries",
    ]
  `);
});
