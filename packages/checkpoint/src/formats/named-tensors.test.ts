import { expect, it } from 'vitest';
import { memoryFiles } from '../sources/file-set';
import { readAllTensors } from '../weights/file-tensor';
import { collectPieces } from '../write-pieces';
import { lateTensor } from './late-tensor';
import { openNamedTensors } from './named-tensors';
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
  [
    'a model.json',
    'model.json',
    tfjsFiles(undefined, new Map([...tensors].map(([key, array]) => [key, lateTensor(array)]))),
    ['a'],
  ],
])('reads %s', async (_, name, pieces, order) => {
  const files = new Map<string, Uint8Array>();
  for (const [file, parts] of pieces) files.set(file, await collectPieces(parts));
  const text = new TextDecoder().decode(files.get(name));
  const named = await openNamedTensors(text, memoryFiles(files, 'files'), name);
  expect(named?.order).toEqual(order);
  expect(await readAllTensors(named!)).toEqual(tensors);
  await named?.close();
});

it.each(['{', '{}', 'null', '{"weight_map": {"/layers/dense/vars": ["x_00000.weights.h5"]}}'])(
  'leaves %s to others',
  async (text) => {
    expect(await openNamedTensors(text, memoryFiles(new Map(), 'files'), 'a.json')).toBeUndefined();
  },
);
