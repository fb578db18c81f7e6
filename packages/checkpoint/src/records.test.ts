import { expect, it } from 'vitest';
import * as api from './records';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "decodeEvent",
      "decodeExample",
      "encodeEvent",
      "encodeExample",
      "eventFileVersion",
      "frameRecord",
      "hparamsEnd",
      "hparamsStart",
      "readRecords",
      "writeRecords",
    ]
  `);
});
