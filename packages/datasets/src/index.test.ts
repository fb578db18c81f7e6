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
      "cifar10",
      "datasetCatalog",
      "decodeImage",
      "download",
      "encodeIdx",
      "fashionMnist",
      "imageFolder",
      "imdb",
      "inspectData",
      "iris",
      "mnist",
      "movieReviews",
      "padSequences",
      "parseCifar",
      "parseCsv",
      "parseIdx",
      "resize",
      "stack",
      "stocks",
      "textFolder",
      "tfRecords",
      "timeseries",
    ]
  `);
});
