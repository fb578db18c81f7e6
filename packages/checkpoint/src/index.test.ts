import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "SafetensorsReader",
      "TensorBundle",
      "blobSource",
      "bytesOfArray",
      "bytesSource",
      "checkpointFiles",
      "decodeOnnx",
      "decodeRunState",
      "decodeSafetensors",
      "encodeBundle",
      "encodeModel",
      "encodeNpy",
      "encodeNpz",
      "encodeRunState",
      "encodeSafetensors",
      "encodeWeights",
      "fileSource",
      "folderFiles",
      "latestCheckpoint",
      "loadModel",
      "loadRunState",
      "loadWeights",
      "memoryFiles",
      "readCheckpointWeights",
      "readNpy",
      "readNpyObjects",
      "readNpz",
      "readNpzObjects",
      "readOnnxWeights",
      "readShardedSafetensors",
      "removeRunState",
      "saveModel",
      "saveRunState",
      "saveWeights",
      "sha256",
      "sha256OfWeights",
      "shardedSafetensorsFiles",
      "toNumbers",
    ]
  `);
});
