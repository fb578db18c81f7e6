import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "bytesOfArray",
      "decodeRunState",
      "decodeSafetensors",
      "encodeModel",
      "encodeNpy",
      "encodeNpz",
      "encodeRunState",
      "encodeSafetensors",
      "encodeWeights",
      "loadModel",
      "loadRunState",
      "loadWeights",
      "readNpy",
      "readNpyObjects",
      "readNpz",
      "readNpzObjects",
      "removeRunState",
      "saveModel",
      "saveRunState",
      "saveWeights",
      "sha256",
      "sha256OfWeights",
      "toNumbers",
    ]
  `);
});
