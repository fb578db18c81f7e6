import { Dense, modelFromJSON, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { modernConfig } from './formats/keras/keras2-config';
import { matchOptimizer } from './formats/keras/optimizer-state';
import { decodeSafetensors } from './formats/safetensors/decode';
import { encodeSafetensors } from './formats/safetensors/encode';
import type { StoredArray } from './formats/stored-array';
import { checkpointFiles } from './formats/tf-checkpoint/write-weights';
import { loadWeights } from './load-weights';
import { encodeModel } from './save-model';
import { encodeWeights } from './save-weights';
import { sha256 } from './sha256';
import { describeWithFixtures, readExpected, readFixture } from './testing/fixtures';
import { expectAsInKeras } from './testing/model-fixtures';
import { smallModel, valuesOf } from './testing/models';
import { fillWeights } from './weights/fill-weights';
import { collectPieces } from './write-pieces';

/** The tensors of a model as another program would write them: without our metadata, some replaced or left out. */
async function foreign(model: Sequential, changes: Record<string, StoredArray | undefined> = {}): Promise<Uint8Array> {
  const { tensors } = decodeSafetensors(await encodeWeights(model));
  for (const [name, array] of Object.entries(changes)) {
    if (array === undefined) tensors.delete(name);
    else tensors.set(name, array);
  }
  return encodeSafetensors(tensors);
}

describe('loadWeights', () => {
  it('gives the model the values that were saved', async () => {
    const model = smallModel();
    const saved = valuesOf(model);
    const bytes = await encodeWeights(model);
    for (const weight of model.weights) tf.tidy(() => weight.assign(tf.fill(weight.shape, 7)));
    expect(await loadWeights(model, bytes)).toEqual({ matchedBy: 'name', count: 8 });
    expect(valuesOf(model)).toEqual(saved);
    model.dispose();
  });

  it('serves a second model of the same make, whose automatic names differ', async () => {
    const first = smallModel({ seed: 1 });
    const second = smallModel({ seed: 2 });
    expect(second.weights[0]?.path).not.toBe(first.weights[0]?.path);
    expect(await loadWeights(second, await encodeWeights(first))).toEqual({ matchedBy: 'position', count: 8 });
    expect(valuesOf(second)).toEqual(valuesOf(first));
    first.dispose();
    second.dispose();
  });

  it('leaves as many tensors as there were', async () => {
    const model = smallModel();
    const bytes = await encodeWeights(model);
    const before = tf.memory().numTensors;
    await loadWeights(model, bytes);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('names every mismatch in one error, and changes nothing', async () => {
    const model = smallModel();
    const kernel = model.weights.find(
      ({ path }) => path.endsWith('dense/kernel') || /dense_\d+\/kernel$/.test(path),
    )!.path;
    const bias = kernel.replace('kernel', 'bias');
    const bytes = await foreign(model, {
      [kernel]: { dtype: 'float32', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
      [bias]: undefined,
      other: { dtype: 'float32', shape: [], data: Float32Array.of(1) },
      [model.weights[0]!.path]: {
        dtype: 'int32',
        shape: model.weights[0]!.shape,
        data: new Int32Array(model.weights[0]!.size),
      },
    });
    const before = valuesOf(model);
    const error = await loadWeights(model, bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TenlabError', code: 'weights-mismatch' });
    const text = String(error).replaceAll(/_\d+/g, '');
    expect(text).toMatchInlineSnapshot(
      `"TenlabError: loadWeights: a tensor for each of the 8 weights, of the same shape and type. Received: 'sequential/conv2d/kernel' is float32, in the file int32; 'sequential/dense/kernel' has shape [18,3], in the file [2,2]; 'sequential/dense/bias' is not in the file; 'other' is not in the model. Build the model as it was when the file was written. Nothing has been changed."`,
    );
    expect(valuesOf(model)).toEqual(before);
    model.dispose();
  });

  it('shows twenty mismatches and counts the others', async () => {
    const model = new Sequential(Array.from({ length: 15 }, () => new Dense({ units: 1, inputShape: [1] })));
    const error = await loadWeights(model, encodeSafetensors(new Map())).catch((reason: unknown) => reason);
    expect(String(error)).toContain('; and 10 more.');
    model.dispose();
  });

  it('refuses the same names at other places: their shapes tell', async () => {
    const first = new Sequential([new Dense({ units: 3, inputShape: [2] }), new Dense({ units: 1 })]);
    const second = new Sequential([new Dense({ units: 1, inputShape: [2] }), new Dense({ units: 3 })]);
    await expect(loadWeights(second, await encodeWeights(first))).rejects.toThrow(
      /has shape \[2,1\], in the file \[2,3\]/,
    );
    first.dispose();
    second.dispose();
  });

  it('widens half floats and narrows doubles', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2] })]);
    const [kernel, bias] = model.weights.map(({ path }) => path) as [string, string];
    const bytes = await foreign(model, {
      [kernel]: { dtype: 'float16', shape: [2, 1], data: Uint16Array.of(0x3c00, 0xc000) },
      [bias]: { dtype: 'float64', shape: [1], data: Float64Array.of(0.1) },
    });
    await loadWeights(model, bytes);
    expect(valuesOf(model)).toEqual([[1, -2], [Math.fround(0.1)]]);
    model.dispose();
  });

  it('refuses a file of a later version, and metadata that are damaged', async () => {
    const model = smallModel();
    const { tensors } = decodeSafetensors(await encodeWeights(model));
    const later = encodeSafetensors(
      tensors,
      new Map([
        ['format', 'tenlab'],
        ['format_version', '2'],
      ]),
    );
    await expect(loadWeights(model, later)).rejects.toThrow('Update @tenlab/checkpoint');
    const damaged = encodeSafetensors(
      tensors,
      new Map([
        ['format', 'tenlab'],
        ['format_version', '1'],
        ['weight_order', '[1'],
      ]),
    );
    await expect(loadWeights(model, damaged)).rejects.toMatchObject({ code: 'invalid-file' });
    model.dispose();
  });

  it('explains a missing file', async () => {
    const model = smallModel();
    await expect(loadWeights(model, 'none.safetensors')).rejects.toMatchObject({
      code: 'file-missing',
      place: 'none.safetensors',
    });
    model.dispose();
  });
});

describeWithFixtures("loadWeights of a file by Python's safetensors", () => {
  it("gives a model from Keras's JSON the outputs it has in Keras", async () => {
    interface Expected {
      inputs: { b64: string; shape: number[] }[];
      outputs: { b64: string }[];
      weights: { path: string; sha256: string }[];
      tolerance: number;
    }
    const folder = 'models/iris_mlp/keras3';
    const expected = readExpected<Expected>(folder);
    const model = modelFromJSON(new TextDecoder().decode(readFixture(`${folder}/architecture.json`)), {
      compile: false,
    });
    expect(await loadWeights(model, readFixture(`${folder}/model.safetensors`))).toEqual({
      matchedBy: 'name',
      count: 6,
    });
    for (const [index, { path, sha256: digest }] of expected.weights.entries()) {
      const weight = model.weights[index]!;
      expect(`iris/${weight.path}`).toBe(path);
      expect(await sha256(new Uint8Array((await weight.value.data()).slice().buffer))).toBe(digest);
    }
    const { shape, b64 } = expected.inputs[0]!;
    const x = tf.tensor(floats(b64), shape);
    const y = (await model.predict(x)) as tf.Tensor;
    const wanted = floats(expected.outputs[0]!.b64);
    for (const [index, value] of y.dataSync().entries()) {
      expect(Math.abs(value - wanted[index]!)).toBeLessThan(expected.tolerance);
    }
    tf.dispose([x, y]);
    model.dispose();
  });
});

function floats(b64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(b64, 'base64')).buffer);
}

describe('loadWeights in part', () => {
  it('keeps what does not fit, and names it and what was not used', async () => {
    const model = smallModel();
    const kernel = model.weights.at(-2)!.path;
    const bytes = await foreign(model, {
      [kernel]: { dtype: 'float32', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
      [model.weights.at(-1)!.path]: undefined,
      other: { dtype: 'float32', shape: [], data: Float32Array.of(1) },
    });
    const report = await loadWeights(model, bytes, { partial: true });
    expect(report).toMatchObject({ matchedBy: 'name', count: 6, unused: ['other'] });
    expect(report.kept).toEqual([
      `'${kernel}' has shape [18,3], in the file [2,2]`,
      `'${model.weights.at(-1)!.path}' is not in the file`,
    ]);
    model.dispose();
  });

  it('looks for weights under other names', async () => {
    const model = smallModel();
    const [first] = model.weights;
    const values = { dtype: 'float32', shape: first!.shape, data: new Float32Array(first!.size).fill(5) } as const;
    const bytes = await foreign(model, {
      [first!.path]: undefined,
      'old/name': { ...values, shape: [...values.shape] },
    });
    expect(await loadWeights(model, bytes, { rename: { [first!.path]: 'old/name' } })).toEqual({
      matchedBy: 'name',
      count: 8,
    });
    expect(valuesOf(model)[0]).toEqual([...values.data]);
    model.dispose();
  });
});

describeWithFixtures('loadWeights of HDF5 files by Keras', () => {
  it.each([
    ['models/iris_mlp/keras3', 'model.weights.h5'],
    ['models/iris_mlp/tfkeras', 'model.weights.h5'],
    ['models/nested/tfkeras', 'legacy_weights.h5'],
    ['models/nested/tfkeras', 'model.h5'],
    ['models/cnn_bn/keras3', 'model.keras'],
  ])('reads %s/%s into a model of the same make', async (folder, file) => {
    const model = modelFromJSON(
      modernConfig(JSON.parse(new TextDecoder().decode(readFixture(`${folder}/architecture.json`)))),
      { compile: false },
    );
    const before = tf.memory().numTensors;
    expect(await loadWeights(model, readFixture(`${folder}/${file}`))).toEqual({
      matchedBy: 'structure',
      count: model.weights.length,
    });
    expect(tf.memory().numTensors).toBe(before);
    await expectAsInKeras(model, folder);
    model.dispose();
  });

  it('names the layer that is missing, and what no layer asks for', async () => {
    const json = new TextDecoder().decode(readFixture('models/iris_mlp/keras3/architecture.json'));
    const model = modelFromJSON(json, { compile: false });
    const bytes = readFixture('damaged/h5_missing_layer.weights.h5');
    await expect(loadWeights(model, bytes)).rejects.toThrow(
      /'dense\w*\/kernel' is not in the file; 'dense\w*\/bias' is not in the file/,
    );
    const report = await loadWeights(model, bytes, { partial: true });
    expect(report.kept).toHaveLength(2);
    model.dispose();
    const other = new Sequential([new Dense({ units: 23, inputShape: [4] })]);
    await expect(loadWeights(other, readFixture('models/iris_mlp/keras3/model.weights.h5'))).rejects.toThrow(
      "'layers/dense_1/vars/0' is not in the model; 'layers/dense_1/vars/1' is not in the model",
    );
    other.dispose();
  });

  it('looks for layers under other groups', async () => {
    const model = new Sequential([new Dense({ units: 23, inputShape: [4] })]);
    const report = await loadWeights(model, readFixture('models/iris_mlp/keras3/model.weights.h5'), {
      partial: true,
      rename: (name) => name.replace('layers/dense/', 'layers/dense_1/'),
    });
    expect(report.kept).toEqual([
      expect.stringMatching(/'layers\/dense_1\/vars\/0' in the file\) has shape \[4,23\], in the file \[23,/),
      expect.stringContaining('has shape [23], in the file'),
    ]);
    model.dispose();
  });
});

describe('loadWeights with the state of the optimizer', () => {
  const x = tf.randomUniform([6, 4], -1, 1, 'float32', 1);
  const y = tf.randomUniform([6, 3], -1, 1, 'float32', 2);
  const compiled = () => {
    const model = new Sequential([new Dense({ units: 5, inputShape: [4] }), new Dense({ units: 3 })]);
    model.compile({ optimizer: 'adam', loss: 'mse' });
    return model;
  };
  const checkpointOf = async (model: Sequential) => {
    const files = new Map<string, Uint8Array>();
    for (const [name, pieces] of checkpointFiles(model, 'weights.ckpt')) files.set(name, await collectPieces(pieces));
    return files;
  };

  it.each([
    ['.weights.h5', (model: Sequential) => encodeWeights(model, 'a.weights.h5')],
    ['.keras', (model: Sequential) => encodeModel(model, 'a.keras')],
    ['.h5', (model: Sequential) => encodeModel(model, 'a.h5')],
    ['.ckpt', checkpointOf],
  ])('makes the same next step from %s', async (_, write) => {
    const model = compiled();
    for (let step = 0; step < 3; step++) await model.trainOnBatch(x, y);
    model.optimizer.learningRate = 0.03;
    const file = await write(model);
    const other = compiled();
    expect(await loadWeights(other, file, { optimizer: true })).toMatchObject({ count: 4 });
    expect(other.optimizer.learningRate).toBeCloseTo(0.03, 7);
    for (const each of [model, other]) await each.trainOnBatch(x, y);
    expect(valuesOf(other)).toEqual(valuesOf(model));
    expect(other.optimizer.iterations.dataSync()[0]).toBe(4);
    // Without the option the file gives weights alone.
    const weightsOnly = compiled();
    await loadWeights(weightsOnly, file);
    expect(weightsOnly.optimizer.iterations.dataSync()[0]).toBe(0);
    for (const each of [model, other, weightsOnly]) each.dispose();
  });

  it('makes up what Nadam of Keras 2 keeps in no file, out of the number of steps', async () => {
    const nadam = () => {
      const model = compiled();
      model.compile({ optimizer: 'nadam', loss: 'mse' });
      return model;
    };
    const model = nadam();
    for (let step = 0; step < 3; step++) await model.trainOnBatch(x, y);
    const [last] = model.optimizer.variables.slice(-1);
    const product = last!.value.dataSync()[0]!;
    const tensors = [...model.optimizer.variables].slice(0, -1).map(({ name, shape, dtype, value }) => {
      const array = { dtype, shape, data: value.dataSync() } as StoredArray;
      return { name, dtype: dtype as string, shape, read: async () => array };
    });
    const other = nadam();
    // Keras 2 writes no learning rate either.
    const { matches, problems } = matchOptimizer(other, {
      variables: tensors.filter(({ name }) => name !== 'learning_rate'),
    });
    await fillWeights(matches, { place: 'test', problems });
    expect(other.optimizer.variables.at(-1)!.value.dataSync()[0]).toBeCloseTo(product, 6);
    expect(product).toBeLessThan(0.2);
    for (const each of [model, other]) each.dispose();
  });

  it('refuses a file without one, another optimizer and a model without any, and changes nothing', async () => {
    const model = compiled();
    await model.trainOnBatch(x, y);
    const file = await encodeWeights(model, 'a.weights.h5');
    const bare = await encodeWeights(model, 'a.safetensors');
    await expect(loadWeights(model, bare, { optimizer: true })).rejects.toMatchObject({ code: 'no-optimizer-state' });
    const plain = new Sequential([new Dense({ units: 5, inputShape: [4] }), new Dense({ units: 3 })]);
    await expect(loadWeights(plain, file, { optimizer: true })).rejects.toMatchObject({ code: 'not-compiled' });
    plain.compile({ optimizer: 'sgd', loss: 'mse' });
    const before = valuesOf(plain);
    await expect(loadWeights(plain, file, { optimizer: true })).rejects.toThrow('has no place in the optimizer');
    expect(valuesOf(plain)).toEqual(before);
    await expect(loadWeights(plain, file, { optimiser: true } as never)).rejects.toThrow('optimiser');
    for (const each of [model, plain]) each.dispose();
  });
});
