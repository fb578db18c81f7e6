import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { describeWithFixtures, fixtureFiles, readExpected } from '../../testing/fixtures';
import { joinPieces } from '../../write-pieces';
import { bytesOfArray, type StoredArray } from '../stored-array';
import { readCheckpointWeights } from './read-weights';
import { TensorBundle } from './tensor-bundle';
import { encodeBundle } from './write-bundle';

it('takes every tensor of a checkpoint without a graph, in no order', async () => {
  const tensors = new Map<string, StoredArray>([
    ['dense/kernel', { dtype: 'float32', shape: [1], data: Float32Array.of(1) }],
  ]);
  const { index, data } = encodeBundle(tensors);
  const files = new Map([
    ['w.index', joinPieces(index)],
    ['w.data-00000-of-00001', joinPieces(data)],
  ]);
  const bundle = await TensorBundle.open(memoryFiles(files, 'w'), 'w');
  expect(await readCheckpointWeights(bundle)).toEqual({ tensors, order: undefined });
});

describeWithFixtures('readCheckpointWeights', () => {
  it.each(['nested', 'text_lstm', 'cnn_bn'])('gives the weights of %s in the order of the model', async (model) => {
    const folder = `models/${model}/tfkeras`;
    const bundle = await TensorBundle.open(fixtureFiles(folder), 'weights.ckpt');
    const { tensors, order } = await readCheckpointWeights(bundle);
    await bundle.close();
    const { weights } = readExpected<{ weights: { path: string; sha256: string }[] }>(folder);
    expect(order).toEqual(weights.map(({ path }) => path.replace(':0', '')));
    expect(
      order!.map((name) =>
        createHash('sha256')
          .update(bytesOfArray(tensors.get(name)!))
          .digest('hex'),
      ),
    ).toEqual(weights.map(({ sha256 }) => sha256));
  });
});
