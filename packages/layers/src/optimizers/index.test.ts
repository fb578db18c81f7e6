import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { MaxNorm } from '../constraints/max-norm';
import { CosineDecay } from '../schedules/cosine-decay';
import { Weight } from '../weight';
import * as api from './index';

beforeAll(async () => {
  await useBackend('cpu');
});

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "Adadelta",
      "Adafactor",
      "Adagrad",
      "Adam",
      "AdamW",
      "Adamax",
      "Ftrl",
      "Lamb",
      "Lion",
      "Lookahead",
      "LossScaleOptimizer",
      "MultiOptimizer",
      "Muon",
      "Nadam",
      "Optimizer",
      "OptimizerMap",
      "RMSprop",
      "SGD",
      "ScheduleFreeAdamW",
      "getOptimizer",
      "serializeOptimizer",
    ]
  `);
});

const makeWeights = () => [
  new Weight({
    name: 'kernel',
    shape: [3, 2],
    value: tf.tensor2d([
      [1, -2],
      [0.5, 3],
      [-1, 0.1],
    ]),
  }),
  new Weight({ name: 'bias', shape: [2], value: tf.tensor1d([0.3, -0.2]) }),
];
const makeGradients = () => [
  tf.tensor2d([
    [0.1, -0.2],
    [0.5, 0.3],
    [-0.4, 0.2],
  ]),
  tf.tensor1d([0.7, -0.6]),
];

const everything = {
  weightDecay: 0.01,
  clipnorm: 1,
  useEma: true,
  emaOverwriteFrequency: 2,
  gradientAccumulationSteps: 2,
  lossScaleFactor: 4,
};
const kinds: [string, () => api.Optimizer][] = [
  ['SGD', () => new api.SGD({ momentum: 0.9, nesterov: true })],
  ['RMSprop', () => new api.RMSprop({ momentum: 0.5, centered: true })],
  ['Adagrad', () => new api.Adagrad()],
  ['Adadelta', () => new api.Adadelta()],
  ['Adam', () => new api.Adam({ amsgrad: true })],
  ['AdamW', () => new api.AdamW()],
  ['Adamax', () => new api.Adamax()],
  ['Nadam', () => new api.Nadam()],
  ['Ftrl', () => new api.Ftrl()],
  ['Lion', () => new api.Lion()],
  ['Lamb', () => new api.Lamb()],
  ['Adafactor', () => new api.Adafactor()],
  ['Muon', () => new api.Muon()],
  ['ScheduleFreeAdamW', () => new api.ScheduleFreeAdamW({ warmupSteps: 2 })],
  ['LossScaleOptimizer', () => new api.LossScaleOptimizer({ innerOptimizer: 'adam' })],
  ['Lookahead', () => new api.Lookahead({ innerOptimizer: 'adam', syncPeriod: 2 })],
  [
    'MultiOptimizer',
    () => new api.MultiOptimizer({ optimizerMap: { defaultOptimizer: 'adam', optimizerMap: { bias: 'sgd' } } }),
  ],
  [
    'Adam with everything',
    () => new api.Adam({ ...everything, learningRate: new CosineDecay({ initialLearningRate: 0.1, decaySteps: 5 }) }),
  ],
];

describe.each(kinds)('every optimizer: %s', (_name, make) => {
  test('reads nothing back to the host in a step', () => {
    const optimizer = make();
    const weights = makeWeights();
    optimizer.build(weights);
    const read = vi.spyOn(tf.Tensor.prototype, 'dataSync');
    for (let step = 0; step < 3; step++) optimizer.apply(makeGradients(), weights);
    optimizer.finalizeVariableValues(weights);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  test('leaves no tensor behind in a step', async () => {
    const optimizer = make();
    const weights = makeWeights();
    const gradients = makeGradients();
    optimizer.apply(gradients, weights);
    await expectNoLeak(() => {
      optimizer.apply(gradients, weights);
      return [];
    });
  });

  test('goes downhill', () => {
    const optimizer = make();
    const weight = new Weight({
      name: 'w',
      shape: [2, 2],
      value: tf.tensor2d([
        [3, -2],
        [1, 2],
      ]),
    });
    const loss = () => tf.sum(tf.square(weight.read())).dataSync()[0] as number;
    const before = loss();
    for (let step = 0; step < 20; step++) optimizer.apply([tf.mul(weight.read(), 2)], [weight]);
    expect(loss()).toBeLessThan(before);
  });

  test('is built again from its own config', () => {
    const written = api.serializeOptimizer(make());
    expect(api.serializeOptimizer(api.getOptimizer(written))).toEqual(written);
  });

  test('frees its state', async () => {
    const weights = makeWeights();
    const gradients = makeGradients();
    // A first step, after which the weights no longer share the data of the tensors they were made from.
    new api.SGD().apply(gradients, weights);
    await expectNoLeak(() => {
      const optimizer = make();
      optimizer.apply(gradients, weights);
      optimizer.dispose();
      return [];
    });
  });
});

describe('Optimizer', () => {
  test('applies constraints after a step', () => {
    const weight = new Weight({
      name: 'w',
      shape: [2, 1],
      value: tf.tensor2d([[3], [4]]),
      constraint: new MaxNorm({ maxValue: 1 }),
    });
    new api.SGD({ learningRate: 0 }).apply([tf.zeros([2, 1])], [weight]);
    expectClose(weight.read(), [[0.6], [0.8]]);
  });

  test('leaves a weight alone that has no gradient', () => {
    const [kernel, bias] = makeWeights();
    new api.Adam().apply([null, tf.ones([2])], [kernel!, bias!]);
    expectClose(kernel!.read(), [
      [1, -2],
      [0.5, 3],
      [-1, 0.1],
    ]);
  });

  test('leaves weights without decay by name', () => {
    const [kernel, bias] = makeWeights();
    const optimizer = new api.SGD({ learningRate: 1, weightDecay: 0.5 });
    optimizer.excludeFromWeightDecay({ names: ['bias'] });
    optimizer.apply([tf.zeros([3, 2]), tf.zeros([2])], [kernel!, bias!]);
    expectClose(kernel!.read(), [
      [0.5, -1],
      [0.25, 1.5],
      [-0.5, 0.05],
    ]);
    expectClose(bias!.read(), [0.3, -0.2]);
  });

  test('tells and takes its learning rate', () => {
    const optimizer = new api.Adam({ learningRate: 0.25 });
    optimizer.learningRate = 0.5;
    expect(optimizer.learningRate).toBe(0.5);
    expect(optimizer.variables.map(({ path }) => path)).toEqual(['adam/iteration', 'adam/learning_rate']);
  });

  test('follows its schedule, which replaces the variable', () => {
    const optimizer = new api.SGD({ learningRate: 1 });
    optimizer.learningRate = new CosineDecay({ initialLearningRate: 1, decaySteps: 2 });
    const [, bias] = makeWeights();
    optimizer.apply([tf.zeros([2])], [bias!]);
    expect(optimizer.learningRate).toBeCloseTo(0.5);
    expect(optimizer.variables.map(({ name }) => name)).toEqual(['iteration']);
  });

  test('says what is wrong in three parts', () => {
    const [kernel, bias] = makeWeights();
    const optimizer = new api.SGD();
    expect(() => optimizer.apply([null], [kernel!])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Optimizer 'sgd': a gradient for at least one weight. Received: none. Check that the loss depends on the weights and that they are trainable.]`,
    );
    expect(() => optimizer.apply([tf.zeros([2])], [bias!])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Optimizer 'sgd': one of the weights it was built with. Received: 'bias'. Make a new optimizer for a new set of weights.]`,
    );
    expect(() => optimizer.apply([], [kernel!])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Optimizer 'sgd': one gradient per weight, 1. Received: 0. Pass null where a weight has no gradient.]`,
    );
    expect(() => optimizer.excludeFromWeightDecay({})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Optimizer 'sgd': \`excludeFromWeightDecay\` before the optimizer is built. Received: a call after it. Call it right after making the optimizer.]`,
    );
    expect(() => api.getOptimizer('adm')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the name of a known optimizer. Received: 'adm'. Did you mean 'Adam' or 'AdamW' or 'Nadam'?]`,
    );
  });

  test('shares no rate between the optimizers of a MultiOptimizer', () => {
    const multi = new api.MultiOptimizer({ optimizerMap: { defaultOptimizer: 'adam' } });
    expect(() => multi.learningRate).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Optimizer 'multi_optimizer': the learning rate of one of its \`optimizers\`. Received: a call on all of them. Use \`optimizer.optimizers[0].learningRate\`.]`,
    );
  });
});

describe('LossScaleOptimizer', () => {
  test('takes back a step whose gradients are not finite, and halves the scale', () => {
    const weight = new Weight({ name: 'w', shape: [1], value: tf.tensor1d([1]) });
    const optimizer = new api.LossScaleOptimizer({ innerOptimizer: 'adam', initialScale: 8, dynamicGrowthSteps: 2 });
    optimizer.apply([tf.tensor1d([Infinity])], [weight]);
    expectClose(weight.read(), [1]);
    expectClose(optimizer.scaleLoss(tf.scalar(1)), 4);
    expectClose(optimizer.iterations, 0);
    for (let step = 0; step < 2; step++) optimizer.apply([tf.tensor1d([4])], [weight]);
    expectClose(optimizer.scaleLoss(tf.scalar(1)), 8);
    expectClose(optimizer.iterations, 2);
  });
});
