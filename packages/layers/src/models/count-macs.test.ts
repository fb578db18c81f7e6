import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AdditiveAttention,
  Attention,
  BatchNormalization,
  Bidirectional,
  Conv1D,
  Conv1DTranspose,
  Conv2D,
  Conv2DTranspose,
  Conv3D,
  ConvLSTM2D,
  Dense,
  DepthwiseConv2D,
  Dot,
  EinsumDense,
  Flatten,
  GRU,
  GroupQueryAttention,
  Input,
  Lambda,
  Layer,
  LSTM,
  MaxPooling2D,
  Model,
  MultiHeadAttention,
  RNN,
  SeparableConv2D,
  Sequential,
  SimpleRNN,
  SimpleRNNCell,
  SpectralNormalization,
  TimeDistributed,
} from '../index';
import { countGraphMacs, countMacs } from './count-macs';

beforeAll(async () => {
  await useBackend('cpu');
});

const size = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** Counted from what the backend was asked to multiply: the kernels that ran, with the shapes they were given. */
async function executedMacs(run: () => tf.TensorContainer): Promise<number> {
  const { kernels } = await tf.profile(() => tf.tidy(run));
  return kernels.reduce((sum, { name, inputShapes, outputShapes }) => {
    const [a = [], b = []] = inputShapes as number[][];
    const output = outputShapes[0] as number[];
    const filterSize = size(b);
    if (/MatMul/.test(name)) {
      // [batch, m, k] · [batch, k, n], either way round: (batch·m·k) (batch·k·n) (batch·m·n) / batch is a square.
      return sum + Math.sqrt((size(a) * size(b) * size(output)) / size(output.slice(0, -2)));
    }
    if (/^(Fused)?DepthwiseConv2d/.test(name)) return sum + size(output) * size(b.slice(0, 2));
    if (/^Conv[23]DBackpropInput/.test(name)) return sum + (size(a) / (b.at(-1) as number)) * filterSize;
    if (/^(Fused)?Conv[23]D/.test(name)) return sum + (size(output) / (output.at(-1) as number)) * filterSize;
    return sum;
  }, 0);
}

describe('countMacs', () => {
  test.each<[string, () => Layer, number[] | number[][], Record<string, number[]>?]>([
    ['Dense', () => new Dense({ units: 5 }), [4]],
    ['Dense along the last axis', () => new Dense({ units: 5 }), [3, 2, 4]],
    ['EinsumDense', () => new EinsumDense({ equation: 'abc,cde->abde', outputShape: [null, 2, 5] }), [3, 4]],
    ['EinsumDense with an ellipsis', () => new EinsumDense({ equation: '...x,xy->...y', outputShape: 7 }), [2, 3, 4]],
    ['Conv1D', () => new Conv1D({ filters: 6, kernelSize: 3, strides: 2 }), [11, 4]],
    ['Conv2D', () => new Conv2D({ filters: 6, kernelSize: [3, 2], padding: 'same' }), [7, 5, 4]],
    ['Conv2D in groups', () => new Conv2D({ filters: 6, kernelSize: 3, groups: 2 }), [7, 5, 4]],
    [
      'Conv2D, channels first',
      () => new Conv2D({ filters: 6, kernelSize: 3, dataFormat: 'channels_first' }),
      [4, 7, 5],
    ],
    ['Conv3D', () => new Conv3D({ filters: 3, kernelSize: 2 }), [4, 5, 3, 2]],
    ['Conv1DTranspose', () => new Conv1DTranspose({ filters: 3, kernelSize: 3, strides: 2 }), [5, 2]],
    ['Conv2DTranspose', () => new Conv2DTranspose({ filters: 3, kernelSize: 3, strides: 2 }), [4, 5, 2]],
    ['DepthwiseConv2D', () => new DepthwiseConv2D({ kernelSize: 3, depthMultiplier: 2 }), [6, 5, 4]],
    ['SeparableConv2D', () => new SeparableConv2D({ filters: 7, kernelSize: 3, depthMultiplier: 2 }), [6, 5, 4]],
    ['SimpleRNN', () => new SimpleRNN({ units: 4 }), [5, 3]],
    ['GRU', () => new GRU({ units: 4, returnSequences: true }), [5, 3]],
    ['LSTM', () => new LSTM({ units: 4 }), [5, 3]],
    [
      'RNN of stacked cells',
      () => new RNN({ cell: [new SimpleRNNCell({ units: 4 }), new SimpleRNNCell({ units: 2 })] }),
      [5, 3],
    ],
    ['ConvLSTM2D', () => new ConvLSTM2D({ filters: 3, kernelSize: 2 }), [4, 5, 6, 2]],
    ['Bidirectional', () => new Bidirectional({ layer: new LSTM({ units: 4 }) }), [5, 3]],
    ['TimeDistributed', () => new TimeDistributed({ layer: new Conv2D({ filters: 2, kernelSize: 2 }) }), [3, 4, 4, 2]],
    [
      'MultiHeadAttention',
      () => new MultiHeadAttention({ numHeads: 2, keyDim: 3, valueDim: 5 }),
      [4, 6],
      { value: [7, 8] },
    ],
    [
      'MultiHeadAttention with a key and a gate',
      () => new MultiHeadAttention({ numHeads: 2, keyDim: 3, useGate: true }),
      [4, 6],
      { value: [7, 8], key: [7, 5] },
    ],
    [
      'MultiHeadAttention over images',
      () => new MultiHeadAttention({ numHeads: 2, keyDim: 3, attentionAxes: [1, 2] }),
      [3, 4, 6],
      { value: [2, 5, 6] },
    ],
    [
      'MultiHeadAttention along one axis of two',
      () => new MultiHeadAttention({ numHeads: 2, keyDim: 3, attentionAxes: [2] }),
      [3, 4, 6],
      { value: [3, 5, 6] },
    ],
    [
      'GroupQueryAttention',
      () => new GroupQueryAttention({ headDim: 3, numQueryHeads: 4, numKeyValueHeads: 2 }),
      [4, 6],
      { value: [7, 6] },
    ],
    [
      'Attention',
      () => new Attention(),
      [
        [4, 6],
        [5, 6],
      ],
    ],
    [
      'Attention with a key',
      () => new Attention(),
      [
        [4, 6],
        [5, 3],
        [5, 6],
      ],
    ],
    [
      'Attention of sums',
      () => new Attention({ scoreMode: 'concat' }),
      [
        [4, 6],
        [5, 6],
      ],
    ],
    [
      'AdditiveAttention',
      () => new AdditiveAttention(),
      [
        [4, 6],
        [5, 6],
      ],
    ],
    [
      'Dot',
      () => new Dot({ axes: [1, 2] }),
      [
        [4, 6],
        [5, 4],
      ],
    ],
    ['BatchNormalization', () => new BatchNormalization(), [4, 4, 2]],
    ['MaxPooling2D', () => new MaxPooling2D(), [4, 4, 2]],
  ])('counts what %s multiplies', async (_, make, shapes, optionShapes = {}) => {
    const layer = make();
    const isOne = typeof shapes[0] === 'number';
    const zeros = (shape: number[]) => tf.zeros([1, ...shape]);
    const inputs = isOne ? zeros(shapes as number[]) : (shapes as number[][]).map(zeros);
    const options = Object.fromEntries(Object.entries(optionShapes).map(([name, shape]) => [name, zeros(shape)]));
    layer.apply<tf.Tensor>(inputs, options);
    const executed = await executedMacs(() => layer.apply<tf.Tensor>(inputs, options));
    const batched = (shape: number[]) => [null, ...shape];
    const inputShapes = isOne ? batched(shapes as number[]) : (shapes as number[][]).map(batched);
    const named = Object.fromEntries(Object.entries(optionShapes).map(([name, shape]) => [name, batched(shape)]));
    expect(countMacs(layer, inputShapes, named)).toBe(executed);
  });

  test('sums over a graph: a layer that is called twice counts twice, and models inside count', async () => {
    const inner = new Sequential([new Conv2D({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), new Flatten()]);
    const [a, b] = [Input({ shape: [8, 8, 1] }), Input({ shape: [8, 8, 1] })];
    const head = new Dense({ units: 3 });
    const outputs = [head.apply(inner.apply(a)), head.apply(inner.apply(b))];
    const model = new Model({ inputs: [a, b], outputs });
    const data = [tf.zeros([1, 8, 8, 1]), tf.zeros([1, 8, 8, 1])];
    const executed = await executedMacs(() => model.apply<tf.Tensor[]>(data));
    expect(executed).toBe(2 * (36 * 18 + 72 * 3));
    expect(countMacs(model, [a.shape, b.shape])).toBe(executed);
    expect(countGraphMacs(model.graph!)).toBe(executed);
    expect(countGraphMacs(model.graph!, head)).toBe(2 * 72 * 3);
  });

  test('knows published figures: LeNet-5 in its usual form', () => {
    const model = new Sequential([
      new Conv2D({ filters: 6, kernelSize: 5, padding: 'same', inputShape: [28, 28, 1] }),
      new MaxPooling2D(),
      new Conv2D({ filters: 16, kernelSize: 5 }),
      new MaxPooling2D(),
      new Flatten(),
      ...[120, 84, 10].map((units) => new Dense({ units })),
    ]);
    // 117,600 + 240,000 + 48,000 + 10,080 + 840
    expect(countGraphMacs(model.graph!)).toBe(416_520);
  });

  test('counts a dilated kernel without its holes', () => {
    const layer = new Conv2D({ filters: 2, kernelSize: 3, dilationRate: 2 });
    layer.build([null, 9, 9, 3]);
    expect(countMacs(layer, [null, 9, 9, 3])).toBe(5 * 5 * (3 * 3 * 3) * 2);
  });

  test('leaves out the power iterations of SpectralNormalization, which belong to training', () => {
    const layer = new SpectralNormalization({ layer: new Dense({ units: 5 }) });
    layer.apply(tf.zeros([1, 4]));
    expect(countMacs(layer, [null, 4])).toBe(20);
  });

  test('says so where it does not know: open lengths, unbuilt layers, and layers of your own that do not tell', () => {
    class Own extends Layer {
      static override readonly className: string = 'Own';
      override build() {
        this.addWeight({ name: 'w', shape: [3, 3] });
      }
      override call(inputs: tf.Tensor): tf.Tensor {
        return inputs;
      }
    }
    class Telling extends Own {
      static override readonly className: string = 'Telling';
      countMacs(shape: number[]): number {
        return 9 * (shape[1] as number);
      }
    }
    const built = <T extends Layer>(layer: T, shape: (number | null)[]) => {
      layer.build(shape);
      return layer;
    };
    expect(countMacs(built(new LSTM({ units: 2 }), [null, null, 3]), [null, null, 3])).toBeNull();
    expect(countMacs(new Dense({ units: 2 }), [null, 3])).toBeNull();
    expect(countMacs(built(new Own(), [null, 3]), [null, 3])).toBeNull();
    expect(countMacs(built(new Telling(), [null, 3]), [null, 3])).toBe(27);
    expect(countMacs(new Lambda({ function: (x: tf.Tensor) => x }), [null, 3])).toBeNull();
  });
});
