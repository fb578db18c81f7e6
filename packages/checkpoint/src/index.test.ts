import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "decodeSafetensors",
      "encodeModel",
      "encodeSafetensors",
      "encodeWeights",
      "loadModel",
      "loadWeights",
      "readNpy",
      "readNpz",
      "saveModel",
      "saveWeights",
      "sha256",
      "sha256OfWeights",
      "toNumbers",
    ]
  `);
});
