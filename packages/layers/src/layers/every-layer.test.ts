import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as api from '../index';
import {
  Dense,
  deserializeLayer,
  Flatten,
  Input,
  type KerasTensor,
  type Layer,
  Model,
  serializeObject,
} from '../index';
import { findClass } from '../serialization/class-registry';

/** A layer with options of its own, the shape of one sample, and how many inputs of it there are. */
type Row = [name: string, options: Record<string, unknown>, sample: number[], inputs?: number];

const alongAxes = [1, 2, 3].flatMap((axes): Row[] => {
  const sample = [...[5, 4, 3].slice(0, axes), 2];
  return [
    [`GlobalMaxPooling${axes}D`, {}, sample],
    [`GlobalAveragePooling${axes}D`, { keepdims: true }, sample],
    [`AdaptiveMaxPooling${axes}D`, { outputSize: 2 }, sample],
    [`AdaptiveAveragePooling${axes}D`, { outputSize: 3 }, sample],
    [`SpatialDropout${axes}D`, { rate: 0.5 }, sample],
    [`ZeroPadding${axes}D`, { padding: 1 }, sample],
    [`Cropping${axes}D`, { cropping: axes === 1 ? [1, 2] : 1 }, sample],
    [`UpSampling${axes}D`, { size: 2 }, sample],
  ];
});

const merging = ['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum', 'Concatenate'].map(
  (name): Row => [name, {}, [3, 4], 2],
);

const layers: readonly Row[] = [
  ['Conv1D', { filters: 3, kernelSize: 2, padding: 'causal', dilationRate: 2 }, [6, 2]],
  ['Conv3D', { filters: 2, kernelSize: 2 }, [3, 3, 4, 2]],
  ['Conv1DTranspose', { filters: 3, kernelSize: 2, strides: 2 }, [4, 2]],
  ['Conv2DTranspose', { filters: 3, kernelSize: 3, strides: 2, padding: 'same' }, [3, 4, 2]],
  ['Conv3DTranspose', { filters: 2, kernelSize: 2, strides: 2 }, [2, 3, 2, 2]],
  ['DepthwiseConv1D', { kernelSize: 2, depthMultiplier: 2 }, [5, 2]],
  ['DepthwiseConv2D', { kernelSize: 2, strides: 2 }, [5, 4, 2]],
  ['SeparableConv1D', { filters: 3, kernelSize: 2 }, [5, 2]],
  ['SeparableConv2D', { filters: 3, kernelSize: 2, padding: 'same' }, [4, 4, 2]],
  ['MaxPooling1D', { poolSize: 2 }, [6, 2]],
  ['MaxPooling3D', { poolSize: 2, strides: 1 }, [3, 4, 3, 2]],
  ['AveragePooling1D', { poolSize: 3, padding: 'same' }, [7, 2]],
  ['AveragePooling3D', { poolSize: 2, padding: 'same' }, [3, 4, 3, 2]],
  ...alongAxes,
  ['UpSampling2D', { size: [2, 3], interpolation: 'bilinear' }, [3, 2, 2]],
  ['Permute', { dims: [2, 1] }, [3, 4]],
  ['RepeatVector', { n: 3 }, [4]],
  ['BatchNormalization', {}, [3, 4]],
  ['LayerNormalization', { axis: [1, 2] }, [3, 4]],
  ['GroupNormalization', { groups: 2 }, [3, 4]],
  ['RMSNormalization', {}, [3, 4]],
  ['UnitNormalization', { axis: 1 }, [3, 4]],
  ['GaussianNoise', { stddev: 0.2 }, [4]],
  ['GaussianDropout', { rate: 0.2 }, [4]],
  ['AlphaDropout', { rate: 0.2 }, [4]],
  ['ActivityRegularization', { l1: 0.1, l2: 0.1 }, [4]],
  ['ELU', {}, [4]],
  ['LeakyReLU', {}, [4]],
  ['PReLU', { sharedAxes: [1] }, [3, 4]],
  ['Identity', {}, [4]],
  ['Masking', {}, [3, 4]],
  ['EinsumDense', { equation: 'abc,cde->abde', outputShape: [null, 2, 3], biasAxes: 'de' }, [3, 4]],
  ['SpectralNormalization', { layer: { class_name: 'Dense', config: { units: 3 } } }, [4]],
  ...merging,
  ['Dot', { axes: -1 }, [3, 4], 2],
];

afterEach(() => {
  api.clearSession();
});

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });

  test.each(layers)('%s %o keeps its word on shapes and config, trains a step, and leaves nothing', async (...row) => {
    const [name, options, sample, count = 1] = row;
    const construct = findClass(name) as unknown as new (options: Record<string, unknown>) => Layer;
    const inputs = Array.from({ length: count }, () => Input({ shape: sample }));
    // A layer with weights in front, so that gradients go through.
    const features = inputs.map((input) => new Dense({ units: sample.at(-1) as number }).apply(input));
    const layer = new construct(options);
    const output = layer.apply(count === 1 ? (features[0] as KerasTensor) : features);
    const logits = new Dense({ units: 1 }).apply(new Flatten().apply(output));
    const model = new Model({ inputs, outputs: logits });
    const data = inputs.map((_, i) => tf.randomUniform([2, ...sample], -1, 1, 'float32', i + 1));
    const x = count === 1 ? (data[0] as tf.Tensor) : data;

    const computed = layer.apply<tf.Tensor>(x);
    expect(computed.shape.slice(1)).toEqual(output.shape.slice(1));
    expect(computed.dtype).toBe(output.dtype);
    expect(deserializeLayer(serializeObject(layer)).getConfig()).toEqual(layer.getConfig());

    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const [before] = model.getWeights() as [tf.Tensor];
    const y = tf.ones([2, 1]);
    await model.trainOnBatch(x, y);
    const { numTensors } = tf.memory();
    await model.trainOnBatch(x, y);
    await model.trainOnBatch(x, y);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect([...before.dataSync()]).not.toEqual([...(model.getWeights()[0] as tf.Tensor).dataSync()]);
    model.dispose();
  });
});
