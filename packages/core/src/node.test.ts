import { expect, it } from 'vitest';
import * as api from './node';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "cacheFolder",
      "isRunning",
      "makeFolder",
      "removeUnfinished",
      "writeError",
      "writeFileAtomically",
    ]
  `);
});
