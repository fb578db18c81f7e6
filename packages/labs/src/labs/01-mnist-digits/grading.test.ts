import { setSeed, useBackend } from '@tenlab/core';
import {
  Adam,
  CategoricalCrossentropy,
  Conv2D,
  Dense,
  Flatten,
  Sequential,
  SparseCategoricalCrossentropy,
} from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

const network =
  (last: ConstructorParameters<typeof Dense>[0], inputShape: number[] = [28, 28, 1]) =>
  () => {
    const model = solution.buildModel();
    const layers = model.layers.slice(1, -1);
    return new Sequential([
      new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu', inputShape }),
      ...layers,
      new Dense(last),
    ]);
  };
/** The network described, but that its dense layer of 64 passes on what it sums. */
const withoutActivation = () => {
  const { layers } = solution.buildModel();
  return new Sequential([...layers.slice(0, -2), new Dense({ units: 64 }), new Dense({ units: 10 })]);
};
const compiledWith = (options: object) => (model: Sequential) => {
  model.compile({
    optimizer: 'adam',
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
    ...options,
  });
  return model;
};
type Given = solution.Examples;
const trainedOn =
  (choose: (training: Given, test: Given) => [Given['x'], ArrayLike<number>]) =>
  async (model: Sequential, training: Given, test: Given) => {
    const [x, y] = choose(training, test);
    await model.fit(x, y as Uint8Array, { epochs: 1, verbose: 0 });
    return model;
  };

it.each<[string, string, Work]>([
  ['normalise', 'not-normalised', { normalise: (pixels: Uint8Array) => Float32Array.from(pixels) }],
  ['normalise', 'fractions-lost', { normalise: (pixels: Uint8Array) => pixels.map((pixel) => pixel / 255) }],
  [
    'normalise',
    'wrong-scale',
    { normalise: (pixels: Uint8Array) => Float32Array.from(pixels, (pixel) => pixel / 127.5 - 1) },
  ],
  ['normalise', 'returns-nothing', { normalise: () => {} }],
  ['normalise', 'missing-function', { normalise: undefined }],
  ['model', 'wrong-input-shape', { buildModel: network({ units: 10 }, [28, 28]) }],
  ['model', 'wrong-input-shape', { buildModel: network({ units: 10 }, [32, 28, 28, 1]) }],
  ['model', 'wrong-outputs', { buildModel: network({ units: 9 }) }],
  [
    'model',
    'other-network',
    { buildModel: () => new Sequential([new Flatten({ inputShape: [28, 28, 1] }), new Dense({ units: 10 })]) },
  ],
  ['model', 'no-activation', { buildModel: withoutActivation }],
  ['compile', 'softmax-twice', { buildModel: network({ units: 10, activation: 'softmax' }) }],
  ['compile', 'softmax-missing', { compileModel: compiledWith({ loss: 'sparse_categorical_crossentropy' }) }],
  [
    'compile',
    'one-hot-loss',
    { compileModel: compiledWith({ loss: new CategoricalCrossentropy({ fromLogits: true }) }) },
  ],
  ['compile', 'wrong-loss', { compileModel: compiledWith({ loss: 'mse' }) }],
  ['compile', 'no-accuracy', { compileModel: compiledWith({ metrics: [] }) }],
  [
    'compile',
    'rate-too-large',
    { compileModel: (model: Sequential) => compiledWith({ optimizer: new Adam({ learningRate: 1 }) })(model) },
  ],
  ['compile', 'not-compiled', { compileModel: (model: Sequential) => model }],
  ['train', 'test-data-in-fit', { train: trainedOn((_, test) => [test.x, test.y]) }],
  ['train', 'labels-shifted', { train: trainedOn(({ x, y }) => [x, y.map((label) => label + 1)]) }],
  ['train', 'labels-of-others', { train: trainedOn(({ x, y }) => [x, Uint8Array.from(y).reverse()]) }],
  ['train', 'lengths-differ', { train: trainedOn(({ x, y }) => [x, y.subarray(1)]) }],
  [
    'train',
    'not-awaited',
    {
      train: (model: Sequential, { x, y }: Given) => {
        void model.fit(x, y, { epochs: 1, verbose: 0 });
        return model;
      },
    },
  ],
  ['train', 'not-trained', { train: (model: Sequential) => model }],
  ['answer', 'value-not-place', { readDigit: (logits: Float32Array) => Math.max(...logits) }],
  ['answer', 'counted-from-one', { readDigit: (logits: Float32Array) => solution.readDigit(logits) + 1 }],
  ['answer', 'wrong-digit', { readDigit: () => 7 }],
  [
    'answer',
    'negative-logits',
    { readDigit: (logits: Float32Array) => logits.findIndex((logit) => logit > 0 && logit === Math.max(...logits)) },
  ],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
