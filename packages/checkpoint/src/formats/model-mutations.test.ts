import { useBackend } from '@tenlab/core';
import { type Model, modelFromJSON } from '@tenlab/layers';
import { expectReadOrRefused, mutationCases } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { loadModel } from '../load-model';
import { loadWeights } from '../load-weights';
import { decodeRunState } from '../run-state/decode';
import { encodeRunState } from '../run-state/encode';
import { encodeModel } from '../save-model';
import { memoryFiles } from '../sources/file-set';
import { describeWithFixtures, readFixture } from '../testing/fixtures';
import { withZipSums } from '../testing/with-sums';
import { joinPieces } from '../write-pieces';
import { modernConfig } from './keras/keras2-config';
import { objectGraphKey } from './tf-checkpoint/object-graph';
import { TensorBundle } from './tf-checkpoint/tensor-bundle';
import { encodeBundle } from './tf-checkpoint/write-bundle';

// As mutations.test.ts, where the file ends in a model: it is made, or its weights are set, or neither; and nothing is left behind.

const memory = await vi.hoisted(async () => (await import('@tenlab/testing')).watchAllocations());

const cases = mutationCases(300);
const perFile = 3_600_000;
/** A configuration may ask for a little more than the file's weights before it is refused (states of an optimizer, a first batch). */
const spareBytes = 2 ** 22;

describeWithFixtures('damaged copies of whole models', () => {
  beforeAll(async () => {
    await useBackend('cpu');
  });

  const expectModels = async (good: Uint8Array, mend = (bytes: Uint8Array) => bytes) => {
    const before = tf.memory().numTensors;
    const read = async (bytes: Uint8Array) => {
      try {
        (await loadModel(mend(bytes))).dispose();
      } finally {
        const left = tf.memory().numTensors - before;
        // biome-ignore lint/correctness/noUnsafeFinally: a leak matters more than what was refused
        if (left !== 0) throw new Error(`${left} tensors are left behind`);
      }
    };
    await expectReadOrRefused(good, { cases, seed: 2026, read, memory, spareBytes });
  };

  it.each([
    'models/iris_mlp/keras3/model.keras',
    'models/nested/tfkeras/model.keras',
    'models/text_lstm/keras3/model.keras',
    'extra/text_vectorization/model.keras',
  ])(
    '%s is read or refused, and leaves nothing behind',
    (path) => expectModels(readFixture(path), withZipSums),
    perFile,
  );

  it.each(['models/two_input/tfkeras/model.h5', 'models/cnn_bn/keras3/model.h5'])(
    '%s is read or refused, and leaves nothing behind',
    (path) => expectModels(readFixture(path)),
    perFile,
  );

  it(
    'a model in safetensors is read or refused, and leaves nothing behind',
    async () => {
      const model = await loadModel(readFixture('models/iris_mlp/keras3/model.keras'), { compile: false });
      const good = await encodeModel(model, 'a.safetensors');
      model.dispose();
      await expectModels(good);
    },
    perFile,
  );
});

describeWithFixtures('damaged copies of weights', () => {
  beforeAll(async () => {
    await useBackend('cpu');
  });

  const withModel = async (folder: string, run: (model: Model) => Promise<void>) => {
    const config = JSON.parse(new TextDecoder().decode(readFixture(`${folder}/architecture.json`))) as never;
    const model = modelFromJSON(modernConfig(config), { compile: false });
    try {
      await run(model);
    } finally {
      model.dispose();
    }
  };

  it.each([
    ['models/iris_mlp/keras3', 'model.weights.h5'],
    ['models/iris_mlp/tfkeras', 'legacy_weights.h5'],
    ['models/iris_mlp/keras3', 'model.safetensors'],
    ['models/iris_mlp/keras3', 'arrays.npz'],
  ])(
    '%s/%s is read or refused',
    (folder, file) =>
      withModel(folder, async (model) => {
        const read = (bytes: Uint8Array) => loadWeights(model, bytes);
        await expectReadOrRefused(readFixture(`${folder}/${file}`), {
          cases,
          seed: 2028,
          read,
          memory,
          mostTimes: 1032,
        });
      }),
    perFile,
  );

  it(
    'a checkpoint with another graph of objects is read or refused, and the model is as it was where refused',
    () =>
      withModel('models/iris_mlp/tfkeras', async (model) => {
        const folder = 'models/iris_mlp/tfkeras';
        const names = ['weights.ckpt.index', 'weights.ckpt.data-00000-of-00001'];
        const good = new Map(names.map((name) => [name, readFixture(`${folder}/${name}`)]));
        const bundle = await TensorBundle.open(memoryFiles(good, 'files'), 'weights.ckpt');
        const [graph = new Uint8Array()] = (await bundle.readBytes(objectGraphKey)).data;
        const tensors = new Map();
        for (const name of bundle.tensors.keys())
          if (name !== objectGraphKey) tensors.set(name, await bundle.read(name));
        const read = (bytes: Uint8Array) => {
          const { index, data } = encodeBundle(
            new Map([...tensors, [objectGraphKey, { dtype: 'bytes', shape: [], data: [bytes] }]]),
          );
          return loadWeights(
            model,
            new Map([
              ['a.index', joinPieces(index)],
              ['a.data-00000-of-00001', joinPieces(data)],
            ]),
          );
        };
        const refused = await expectReadOrRefused(graph, { cases, seed: 2029, read, memory, spareBytes });
        expect(refused).toBeGreaterThan(cases / 10);
      }),
    perFile,
  );
});

it(
  'damaged copies of the state of a run are read or refused',
  async () => {
    const good = await encodeRunState({
      values: {
        epoch: 2,
        step: 7,
        logs: { loss: 0.5 },
        stopTraining: false,
        data: { samples: 10, batchSize: 3, steps: null },
        batches: { open: { epoch: 2, taken: 7 }, source: [1, 'a', null] },
        seed: { seed: 1, derived: 4 },
        callbacks: { EarlyStopping: { wait: 3 } },
      },
      arrays: new Map([['weight/0/kernel', { dtype: 'float32', shape: [64], data: new Float32Array(64) }]]),
    });
    const refused = await expectReadOrRefused(good, {
      cases,
      seed: 2030,
      read: (bytes) => decodeRunState(bytes),
      memory,
    });
    // A checksum is over all of it.
    expect(refused).toBeGreaterThan(cases * 0.8);
  },
  perFile,
);
