import { useBackend } from '@tenlab/core';
import { checkGradient, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as api from './index';

beforeAll(async () => {
  await useBackend('cpu');
});

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "BinaryCrossentropy",
      "BinaryFocalCrossentropy",
      "CTC",
      "CategoricalCrossentropy",
      "CategoricalFocalCrossentropy",
      "CategoricalGeneralizedCrossEntropy",
      "CategoricalHinge",
      "Circle",
      "CosineSimilarity",
      "Dice",
      "Hinge",
      "Huber",
      "KLDivergence",
      "LogCosh",
      "Loss",
      "MeanAbsoluteError",
      "MeanAbsolutePercentageError",
      "MeanSquaredError",
      "MeanSquaredLogarithmicError",
      "Poisson",
      "SparseCategoricalCrossentropy",
      "SquaredHinge",
      "Tversky",
      "binaryCrossentropy",
      "binaryFocalCrossentropy",
      "categoricalCrossentropy",
      "categoricalFocalCrossentropy",
      "categoricalGeneralizedCrossEntropy",
      "categoricalHinge",
      "circle",
      "cosineSimilarity",
      "ctc",
      "dice",
      "getLoss",
      "hinge",
      "huber",
      "klDivergence",
      "logCosh",
      "meanAbsoluteError",
      "meanAbsolutePercentageError",
      "meanSquaredError",
      "meanSquaredLogarithmicError",
      "poisson",
      "sparseCategoricalCrossentropy",
      "squaredHinge",
      "tversky",
    ]
  `);
});

describe('getLoss', () => {
  test.each(['mse', 'MSE', 'mean_squared_error', 'meanSquaredError', 'MeanSquaredError'])('knows %s', (name) => {
    expect(api.getLoss(name)).toBeInstanceOf(api.MeanSquaredError);
  });

  test('names near names for a misspelt one', () => {
    expect(() => api.getLoss('categorical_crossentrophy')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the name of a known loss. Received: 'categorical_crossentrophy'. Did you mean 'CategoricalCrossentropy' or 'CategoricalFocalCrossentropy' or 'SparseCategoricalCrossentropy'?]`,
    );
  });
});

/** Targets and predictions every loss of a kind can take, away from kinks. */
const inputs: Record<string, () => [tf.Tensor, tf.Tensor]> = {
  numbers: () => [
    tf.tensor2d([
      [0.3, 0.9],
      [0.6, 0.2],
    ]),
    tf.tensor2d([
      [0.5, 0.45],
      [0.1, 0.75],
    ]),
  ],
  binary: () => [
    tf.tensor2d([
      [0, 1],
      [1, 0],
    ]),
    tf.tensor2d([
      [0.3, 0.6],
      [0.8, 0.4],
    ]),
  ],
  labels: () => [
    tf.tensor1d([1, 0], 'int32'),
    tf.tensor2d([
      [0.3, 0.7],
      [0.6, 0.4],
    ]),
  ],
  embeddings: () => [
    tf.tensor1d([0, 0, 1], 'int32'),
    tf.tensor2d([
      [0.6, 0.8],
      [0.8, 0.6],
      [-0.28, 0.96],
    ]),
  ],
  sequences: () => [
    tf.tensor2d(
      [
        [1, 2, 2],
        [2, 0, 0],
      ],
      [2, 3],
      'int32',
    ),
    tf.reshape(tf.sin(tf.range(0, 30)), [2, 5, 3]),
  ],
};

const kinds: [api.Loss, keyof typeof inputs][] = [
  [new api.MeanSquaredError(), 'numbers'],
  [new api.MeanAbsoluteError(), 'numbers'],
  [new api.MeanAbsolutePercentageError(), 'numbers'],
  [new api.MeanSquaredLogarithmicError(), 'numbers'],
  [new api.LogCosh(), 'numbers'],
  [new api.Huber({ delta: 0.3 }), 'numbers'],
  [new api.CosineSimilarity(), 'numbers'],
  [new api.Hinge(), 'binary'],
  [new api.SquaredHinge(), 'binary'],
  [new api.CategoricalHinge(), 'binary'],
  [new api.KLDivergence(), 'numbers'],
  [new api.Poisson(), 'numbers'],
  [new api.BinaryCrossentropy(), 'binary'],
  [new api.BinaryCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }), 'binary'],
  [new api.BinaryFocalCrossentropy({ applyClassBalancing: true }), 'binary'],
  [new api.CategoricalCrossentropy(), 'binary'],
  [new api.CategoricalCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }), 'binary'],
  [new api.CategoricalFocalCrossentropy(), 'binary'],
  [new api.SparseCategoricalCrossentropy(), 'labels'],
  [new api.SparseCategoricalCrossentropy({ fromLogits: true, ignoreClass: 0 }), 'labels'],
  [new api.CategoricalGeneralizedCrossEntropy(), 'labels'],
  [new api.Dice(), 'binary'],
  [new api.Tversky({ alpha: 0.3, beta: 0.7 }), 'binary'],
  [new api.Circle({ gamma: 2 }), 'embeddings'],
  [new api.CTC(), 'sequences'],
];

describe.each(kinds)('every loss: $name', (loss, kind) => {
  test('has the gradient of finite differences', () => {
    const [yTrue, yPred] = inputs[kind]!();
    checkGradient((prediction) => loss.apply(yTrue, prediction), [yPred], { step: 2 ** -8 });
  });

  test('leaves no tensor behind, with its gradient', async () => {
    const [yTrue, yPred] = inputs[kind]!();
    await expectNoLeak(() => tf.grad((prediction) => loss.apply(yTrue, prediction))(yPred));
  });

  test('is built again from its own config', () => {
    const { className } = loss.constructor as unknown as { className: string };
    const again = api.getLoss({ class_name: className, config: loss.getConfig() });
    expect(again.getConfig()).toEqual(loss.getConfig());
  });
});
