import { expect, it } from 'vitest';
import { memoryFiles } from '../sources/file-set';
import { joinPieces } from '../write-pieces';
import { readNamedTensors } from './named-tensors';
import { shardedSafetensorsFiles } from './safetensors/sharded';
import type { StoredArray } from './stored-array';
import { tfjsFiles } from './tfjs/write-tfjs';

const tensors = new Map<string, StoredArray>([['a', { dtype: 'float32', shape: [1], data: Float32Array.of(1) }]]);

it.each([
  [
    'an index of safetensors',
    'm.safetensors.index.json',
    shardedSafetensorsFiles('m', tensors, { mostBytes: 100 }),
    undefined,
  ],
  ['a model.json', 'model.json', tfjsFiles(undefined, tensors), ['a']],
])('reads %s', async (_, name, pieces, order) => {
  const files = new Map([...pieces].map(([file, parts]) => [file, joinPieces(parts)]));
  const text = new TextDecoder().decode(files.get(name));
  expect(await readNamedTensors(text, memoryFiles(files, 'files'), name)).toEqual({ tensors, order });
});

it.each(['{', '{}', 'null', '{"weight_map": {"/layers/dense/vars": ["x_00000.weights.h5"]}}'])(
  'leaves %s to others',
  async (text) => {
    expect(await readNamedTensors(text, memoryFiles(new Map(), 'files'), 'a.json')).toBeUndefined();
  },
);
