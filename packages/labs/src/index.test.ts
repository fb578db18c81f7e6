import { expect, it } from 'vitest';
import * as api from './index';

it('exports these names', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "catalog",
      "defineLab",
      "duration",
      "extras",
      "grade",
      "inLanguage",
      "languages",
      "loadLab",
      "pictureSVG",
      "readGreyPng",
      "readable",
      "reportPage",
      "runLab",
      "toMnistDigit",
    ]
  `);
});
