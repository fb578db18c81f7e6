import { useBackend } from '@tenlab/core';
import {
  Bidirectional,
  Dense,
  Embedding,
  Flatten,
  GRU,
  Input,
  Model,
  MultiHeadAttention,
  optimizers,
  Sequential,
  TextVectorization,
} from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../../load-model';
import { loadWeights } from '../../../load-weights';
import { encodeModel } from '../../../save-model';
import { encodeWeights } from '../../../save-weights';
import { readZipDirectory } from '../../zip/directory';
import { readZipEntry } from '../../zip/entry';

function entriesOf(bytes: Uint8Array): Map<string, string> {
  const entries = readZipDirectory(bytes, 'a.keras');
  return new Map(
    [...entries].map(([name, entry]) => [name, new TextDecoder().decode(readZipEntry(bytes, entry, 'a.keras'))]),
  );
}

/** Paths are left out: in a model from a configuration, what is in a wrapper has lost the wrapper's name, as in Keras. */
function valuesOf(model: Model): number[][] {
  return model.weights.map(({ value }) => [...value.dataSync()]);
}

function recurrent(): Model {
  const x = Input({ shape: [4, 6] });
  const seen = new MultiHeadAttention({ numHeads: 2, keyDim: 3 }).apply(x, { value: x });
  const read = new Bidirectional({ layer: new GRU({ units: 2 }) }).apply(seen);
  return new Model({ inputs: x, outputs: new Dense({ units: 2 }).apply(read) });
}

beforeAll(async () => {
  await useBackend('cpu');
});

// `pnpm fixtures:write` writes such files for Keras itself to read; here ours are read back by what reads Keras's.
describe('kerasPieces', () => {
  it.each(['a.keras', 'a.h5'])('keeps model and optimizer in %s, so that training goes on the same', async (name) => {
    const model = recurrent();
    model.compile({
      optimizer: new optimizers.Adam({ learningRate: 0.01, amsgrad: true }),
      loss: 'mse',
      metrics: ['mae'],
    });
    const [x, y] = [tf.randomUniform([3, 4, 6], -1, 1, 'float32', 1), tf.randomUniform([3, 2], -1, 1, 'float32', 2)];
    await model.trainOnBatch(x, y);
    const copy = await loadModel(await encodeModel(model, name));
    expect(valuesOf(copy)).toEqual(valuesOf(model));
    expect(copy.optimizer.iterations.dataSync()[0]).toBe(1);
    const logs = [await model.trainOnBatch(x, y), await copy.trainOnBatch(x, y)];
    expect(logs[1]).toEqual(logs[0]);
    expect(valuesOf(copy)).toEqual(valuesOf(model));
    tf.dispose([x, y]);
    model.dispose();
    copy.dispose();
  });

  it.each(['a.weights.h5', 'a.h5'])('keeps weights in %s', async (name) => {
    const [model, other] = [recurrent(), recurrent()];
    expect(await loadWeights(other, await encodeWeights(model, name))).toEqual({
      matchedBy: 'structure',
      count: model.weights.length,
    });
    expect(valuesOf(other)).toEqual(valuesOf(model));
    model.dispose();
    other.dispose();
  });

  it('has the entries of Keras, in its order', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2] })]);
    const entries = entriesOf(await encodeModel(model, 'a.keras'));
    expect([...entries.keys()]).toEqual(['metadata.json', 'config.json', 'model.weights.h5']);
    expect(JSON.parse(entries.get('metadata.json')!)).toEqual({
      keras_version: '3.15.1',
      date_saved: expect.stringMatching(/^\d{4}-\d\d-\d\d@\d\d:\d\d:\d\d$/),
    });
    expect(entries.get('config.json')).toBe(model.toJSON());
    model.dispose();
  });

  it('keeps a vocabulary as an asset, and does not lose it in a format that has no place for it', async () => {
    const words = new TextVectorization({ outputSequenceLength: 3 });
    words.adapt(tf.tensor1d(['the cat', 'the dog']));
    const x = Input({ shape: [1], dtype: 'string' });
    const embedded = new Embedding({ inputDim: 5, outputDim: 2 }).apply(words.apply(x));
    const model = new Model({ inputs: x, outputs: new Dense({ units: 1 }).apply(new Flatten().apply(embedded)) });
    const bytes = await encodeModel(model, 'a.keras');
    expect(entriesOf(bytes).get('assets/layers/text_vectorization/vocabulary.txt')).toBe('\n[UNK]\nthe\ndog\ncat');
    const copy = await loadModel(bytes);
    const text = tf.tensor2d(['the dog'], [1, 1]);
    const [ours, theirs] = [
      await model.predict(text, { verbose: 0 }),
      await copy.predict(text, { verbose: 0 }),
    ] as tf.Tensor[];
    expect([...theirs!.dataSync()]).toEqual([...ours!.dataSync()]);
    await expect(encodeModel(model, 'a.h5')).rejects.toThrow('without a vocabulary that was learned');
    model.dispose();
    copy.dispose();
  });

  it('writes floats of other widths in their own', async () => {
    for (const dtype of ['float16', 'bfloat16', 'float64'] as const) {
      const model = new Sequential([new Dense({ units: 2, inputShape: [3], dtype, kernelInitializer: 'ones' })]);
      for (const name of ['a.keras', 'a.h5']) {
        const copy = await loadModel(await encodeModel(model, name));
        expect(copy.layers[0]!.dtype).toBe(dtype);
        expect([...copy.weights[0]!.value.dataSync()]).toEqual([1, 1, 1, 1, 1, 1]);
        copy.dispose();
      }
      model.dispose();
    }
  });

  it('splits lists of names that are too long for one attribute', async () => {
    const layers = Array.from({ length: 4100 }, (_, index) => new Flatten({ name: `flat_${index}` }));
    const model = new Sequential([new Dense({ units: 1, inputShape: [1], name: 'first' }), ...layers]);
    const bytes = await encodeWeights(model, 'a.h5');
    expect(await loadWeights(model, bytes)).toEqual({ matchedBy: 'structure', count: 2 });
    model.dispose();
  });
});
