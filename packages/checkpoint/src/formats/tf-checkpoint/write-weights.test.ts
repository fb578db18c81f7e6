import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { smallModel } from '../../testing/models';
import { collectPieces } from '../../write-pieces';
import { latestCheckpoint } from './latest-checkpoint';
import { readCheckpointWeights } from './read-weights';
import { TensorBundle } from './tensor-bundle';
import { checkpointFiles } from './write-weights';

// The model's weights are on a backend.
it('writes what is found again: data first, the file that names the newest last', async () => {
  const model = smallModel();
  const files = new Map<string, Uint8Array>();
  for (const [name, pieces] of checkpointFiles(model, 'weights.ckpt')) files.set(name, await collectPieces(pieces));
  expect([...files.keys()]).toEqual(['weights.ckpt.data-00000-of-00001', 'weights.ckpt.index', 'checkpoint']);
  const set = memoryFiles(files, 'files');
  expect(await latestCheckpoint(set)).toBe('weights.ckpt');
  const bundle = await TensorBundle.open(set, 'weights.ckpt');
  const { tensors, order } = await readCheckpointWeights(bundle);
  expect(order).toEqual(model.weights.map(({ path }) => path));
  for (const { path, value } of model.weights) expect(tensors.get(path)?.data).toEqual(value.dataSync());
});
