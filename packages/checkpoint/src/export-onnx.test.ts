import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Add,
  AveragePooling2D,
  Bidirectional,
  Dense,
  Dropout,
  Embedding,
  GRU,
  Input,
  Lambda,
  type Layer,
  LSTM,
  Masking,
  Model,
  Sequential,
} from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { encodeOnnx, exportOnnx } from './export-onnx';
import { decodeOnnx, readOnnxWeights } from './formats/onnx/read-onnx';
import { smallModel } from './testing/models';

// That onnxruntime computes the same is checked on the files of `pnpm fixtures:write`, by the real tools.

describe('exportOnnx', () => {
  it('writes a file with the operations of the layers', async () => {
    const model = smallModel();
    const path = join(await mkdtemp(join(tmpdir(), 'tenlab-onnx-')), 'model.onnx');
    await exportOnnx(model, path);
    const file = decodeOnnx(await readFile(path), path);
    expect(file).toMatchObject({ irVersion: 8, opset: 15, inputs: model.graph!.inputNames });
    expect(file.operations).toEqual([
      'Transpose',
      'Conv',
      'Transpose',
      'Relu',
      'Mul',
      'Add',
      'Reshape',
      'MatMul',
      'Add',
      'Identity',
    ]);
    expect(file.outputs).toHaveLength(1);
    model.dispose();
  });

  it('puts a kernel in the order of ONNX', async () => {
    const model = smallModel();
    const weights = await readOnnxWeights(await encodeOnnx(model));
    const kernel = model.weights[0]!.value.dataSync();
    expect(weights.get('kernel')?.shape).toEqual([2, 1, 2, 2]);
    expect([...(weights.get('kernel')!.data as Float32Array)]).toEqual([0, 2, 4, 6, 1, 3, 5, 7].map((i) => kernel[i]));
    model.dispose();
  });

  it('folds a batch normalization into a product and a sum', async () => {
    const model = smallModel();
    const weights = await readOnnxWeights(await encodeOnnx(model));
    expect((weights.get('scale')!.data as Float32Array)[0]).toBeCloseTo(1 / Math.sqrt(1.001), 6);
    model.dispose();
  });

  it('writes one node for each call of a layer that is shared, and goes into models', async () => {
    const shared = new Dense({ units: 2 });
    const inner = new Sequential([new Dense({ units: 2, inputShape: [2] }), new Dropout({ rate: 0.5 })]);
    const [a, b] = [Input({ shape: [2], name: 'a' }), Input({ shape: [2], name: 'b' })];
    const sum = new Add().apply([shared.apply(a), shared.apply(b)]);
    const model = new Model({ inputs: [a, b], outputs: inner.apply(sum) });
    const { operations, inputs } = decodeOnnx(await encodeOnnx(model));
    expect(operations).toEqual(['MatMul', 'Add', 'MatMul', 'Add', 'Add', 'MatMul', 'Add', 'Identity']);
    expect(inputs).toEqual(['a', 'b']);
    model.dispose();
  });

  it('writes recurrent layers as those of ONNX', async () => {
    const model = new Sequential([
      new Embedding({ inputDim: 5, outputDim: 3, inputShape: [4] }),
      new Bidirectional({ layer: new LSTM({ units: 2, returnSequences: true }) }),
      new GRU({ units: 2 }),
    ]);
    const bytes = await encodeOnnx(model);
    const { operations } = decodeOnnx(bytes);
    expect(operations.filter((name) => ['LSTM', 'GRU', 'Gather', 'Concat'].includes(name))).toEqual([
      'Gather',
      'LSTM',
      'LSTM',
      'Concat',
      'GRU',
    ]);
    expect((await readOnnxWeights(bytes)).get('kernel')?.shape).toEqual([1, 8, 3]);
    model.dispose();
  });

  it.each<[string, () => Layer[], string]>([
    ['a layer of your own', () => [new Lambda({ function: (x) => x, inputShape: [2] })], "Received: 'Lambda'."],
    [
      'a mask',
      () => [new Masking({ inputShape: [3, 2] }), new LSTM({ units: 1 })],
      'a graph of layers alone, without masks',
    ],
    [
      'an embedding with a mask',
      () => [new Embedding({ inputDim: 3, outputDim: 2, maskZero: true, inputShape: [2] })],
      '`maskZero` false',
    ],
    [
      'an activation that is unknown there',
      () => [new Dense({ units: 1, activation: 'hard_tanh', inputShape: [2] })],
      "'hard_tanh'",
    ],
  ])('refuses %s, by the layer', async (_, layers, message) => {
    const model = new Sequential([...layers(), new Dense({ units: 1 })]);
    await expect(encodeOnnx(model)).rejects.toThrow(message);
    model.dispose();
  });

  it('refuses a class, which is no graph', async () => {
    class Net extends Model {
      dense = new Dense({ units: 1 });
      override call(x: tf.Tensor): tf.Tensor {
        return this.dense.apply(x);
      }
    }
    const net = new Net();
    net.dense.build([null, 2]);
    await expect(encodeOnnx(net)).rejects.toThrow('a Sequential or functional model whose input shape is known');
    net.dispose();
  });

  it('leaves out of an average what lies beyond the edge', async () => {
    const model = new Sequential([
      new AveragePooling2D({ padding: 'same', inputShape: [3, 3, 1] }),
      new Dense({ units: 1 }),
    ]);
    expect(Buffer.from(await encodeOnnx(model)).includes('SAME_UPPER')).toBe(true);
    model.dispose();
  });
});
