import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as api from './index';

beforeAll(async () => {
  await useBackend('cpu');
});

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "AUC",
      "Accuracy",
      "BinaryAccuracy",
      "BinaryCrossentropy",
      "BinaryIoU",
      "CalibrationError",
      "CategoricalAccuracy",
      "CategoricalCrossentropy",
      "CategoricalHinge",
      "ConcordanceCorrelation",
      "ConfusionMatrix",
      "CosineSimilarity",
      "F1Score",
      "FBetaScore",
      "FalseNegatives",
      "FalsePositives",
      "Hinge",
      "IoU",
      "KLDivergence",
      "LogCoshError",
      "Mean",
      "MeanAbsoluteError",
      "MeanAbsolutePercentageError",
      "MeanIoU",
      "MeanMetricWrapper",
      "MeanSquaredError",
      "MeanSquaredLogarithmicError",
      "Metric",
      "OneHotIoU",
      "OneHotMeanIoU",
      "PearsonCorrelation",
      "Poisson",
      "Precision",
      "PrecisionAtRecall",
      "R2Score",
      "Recall",
      "RecallAtPrecision",
      "RootMeanSquaredError",
      "SensitivityAtSpecificity",
      "SparseCategoricalAccuracy",
      "SparseCategoricalCrossentropy",
      "SparseTopKCategoricalAccuracy",
      "SpecificityAtSensitivity",
      "SquaredHinge",
      "Sum",
      "TopKCategoricalAccuracy",
      "TrueNegatives",
      "TruePositives",
      "binaryAccuracy",
      "categoricalAccuracy",
      "concordanceCorrelation",
      "getMetric",
      "pearsonCorrelation",
      "sparseCategoricalAccuracy",
      "sparseTopKCategoricalAccuracy",
      "topKCategoricalAccuracy",
    ]
  `);
});

describe('getMetric', () => {
  test.each(['auc', 'AUC'])('knows %s', (name) => {
    expect(api.getMetric(name)).toBeInstanceOf(api.AUC);
  });

  test('names near names for a misspelt one', () => {
    expect(() => api.getMetric('acuracy')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the name of a known metric. Received: 'acuracy'. Did you mean 'Accuracy'?]`,
    );
  });
});

const oneHot = () =>
  [
    tf.tensor2d([
      [0, 1],
      [1, 0],
      [0, 1],
    ]),
    tf.tensor2d([
      [0.3, 0.7],
      [0.4, 0.6],
      [0.2, 0.8],
    ]),
  ] as const;
const labels = () =>
  [
    tf.tensor1d([1, 0, 1], 'int32'),
    tf.tensor2d([
      [0.3, 0.7],
      [0.4, 0.6],
      [0.2, 0.8],
    ]),
  ] as const;
const binary = () => [tf.tensor1d([1, 0, 1]), tf.tensor1d([0.7, 0.6, 0.2])] as const;
const classes = () => [tf.tensor1d([1, 0, 1], 'int32'), tf.tensor1d([1, 1, 0], 'int32')] as const;

const kinds: [string, () => api.Metric, () => readonly [tf.Tensor, tf.Tensor]][] = [
  ['Accuracy', () => new api.Accuracy(), classes],
  ['BinaryAccuracy', () => new api.BinaryAccuracy(), binary],
  ['CategoricalAccuracy', () => new api.CategoricalAccuracy(), oneHot],
  ['SparseCategoricalAccuracy', () => new api.SparseCategoricalAccuracy(), labels],
  ['TopKCategoricalAccuracy', () => new api.TopKCategoricalAccuracy({ k: 1 }), oneHot],
  ['SparseTopKCategoricalAccuracy', () => new api.SparseTopKCategoricalAccuracy({ k: 1 }), labels],
  ['MeanSquaredError', () => new api.MeanSquaredError(), oneHot],
  ['RootMeanSquaredError', () => new api.RootMeanSquaredError(), oneHot],
  ['CosineSimilarity', () => new api.CosineSimilarity(), oneHot],
  ['R2Score', () => new api.R2Score({ numRegressors: 1 }), oneHot],
  ['PearsonCorrelation', () => new api.PearsonCorrelation(), oneHot],
  ['SparseCategoricalCrossentropy', () => new api.SparseCategoricalCrossentropy(), labels],
  ['TruePositives', () => new api.TruePositives(), binary],
  ['Precision', () => new api.Precision(), binary],
  ['Recall', () => new api.Recall({ topK: 1 }), oneHot],
  ['SensitivityAtSpecificity', () => new api.SensitivityAtSpecificity({ specificity: 0.5 }), binary],
  ['AUC', () => new api.AUC(), binary],
  ['AUC of labels', () => new api.AUC({ multiLabel: true, curve: 'PR' }), oneHot],
  ['F1Score', () => new api.F1Score(), oneHot],
  ['MeanIoU', () => new api.MeanIoU({ numClasses: 2 }), classes],
  ['BinaryIoU', () => new api.BinaryIoU(), binary],
  ['ConfusionMatrix', () => new api.ConfusionMatrix({ numClasses: 2 }), labels],
  ['CalibrationError', () => new api.CalibrationError(), labels],
];

describe.each(kinds)('every metric: %s', (_name, make, batch) => {
  test('reads nothing back to the host', () => {
    const metric = make();
    const [yTrue, yPred] = batch();
    const read = vi.spyOn(tf.Tensor.prototype, 'dataSync');
    metric.updateState(yTrue, yPred, { sampleWeight: tf.tensor1d([1, 2, 1]) });
    tf.dispose(metric.result());
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    metric.dispose();
  });

  test('leaves no tensor behind once its state is there', async () => {
    const metric = make();
    const [yTrue, yPred] = batch();
    metric.updateState(yTrue, yPred);
    await expectNoLeak(() => {
      metric.updateState(yTrue, yPred);
      return metric.result();
    });
    metric.dispose();
  });

  test('forgets on reset what came before', () => {
    const [metric, fresh] = [make(), make()];
    const [yTrue, yPred] = batch();
    metric.updateState(yTrue, tf.zerosLike(yPred));
    metric.resetState();
    for (const each of [metric, fresh]) each.updateState(yTrue, yPred);
    const [a, b] = [metric, fresh].map((each) => (each.result() as tf.Tensor).dataSync());
    expect(a).toEqual(b);
  });

  test('is built again from its own config', () => {
    const metric = make();
    const { className } = metric.constructor as unknown as { className: string };
    expect(api.getMetric({ class_name: className, config: metric.getConfig() }).getConfig()).toEqual(
      metric.getConfig(),
    );
  });
});
