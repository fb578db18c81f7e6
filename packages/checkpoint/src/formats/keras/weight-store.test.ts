import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadWeights } from '../../load-weights';
import { bytesSource } from '../../sources/byte-source';
import { folderFiles, memoryFiles } from '../../sources/file-set';
import { describeWithFixtures, listFixtures, readFixture } from '../../testing/fixtures';
import { expectAsInKeras } from '../../testing/model-fixtures';
import { readKeras } from './read-keras';
import { shardedStore } from './weight-store';

describeWithFixtures('shardedStore', () => {
  const folder = 'models/deep_res/keras3';

  it('reads weights that lie in several files', async () => {
    const model = await readKeras(bytesSource(readFixture(`${folder}/model.keras`), 'a'));
    for (const weight of model.weights) tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
    const names = listFixtures(folder, /^sharded/);
    const files = new Map(names.map((name) => [name, readFixture(`${folder}/${name}`)]));
    expect(await loadWeights(model, files)).toEqual({ matchedBy: 'structure', count: model.weights.length });
    await expectAsInKeras(model, folder);
    model.dispose();
  });
});

it('refuses an index without a map, and files elsewhere', async () => {
  expect(() => shardedStore('{}', folderFiles('.'), 'a.json')).toThrow('an index with a `weight_map`');
  expect(() => shardedStore('{"weight_map": {"a": 3}}', folderFiles('.'), 'a.json')).toThrow("names of files for 'a'");
  const store = shardedStore('{"weight_map": {"/a/vars": ["../b.h5"]}}', memoryFiles(new Map(), 'a'), 'a.json');
  await expect(store.tensorsAt('a')).rejects.toThrow("Received: '../b.h5'");
});
