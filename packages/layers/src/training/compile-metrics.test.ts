import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { MeanMetricWrapper } from '../metrics/index';
import { CompileMetrics } from './compile-metrics';

beforeAll(async () => {
  await useBackend('cpu');
});

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);
const read = (metrics: CompileMetrics) =>
  Object.fromEntries(Object.entries(metrics.results()).map(([name, tensor]) => [name, tensor.dataSync()[0]]));

describe('CompileMetrics', () => {
  test('tells by the shapes what accuracy means, and logs the name that was asked for', () => {
    const metrics = new CompileMetrics(['accuracy', 'mae'], null, null);
    metrics.updateState(
      tf.tensor1d([1, 0]),
      tf.tensor2d([
        [0.1, 0.9],
        [0.2, 0.8],
      ]),
      null,
    );
    expect(metrics.metrics.map((metric) => metric.constructor.name)).toContain('SparseCategoricalAccuracy');
    expect(Object.keys(read(metrics))).toEqual(['accuracy', 'mae']);
    expect(read(metrics).accuracy).toBe(0.5);
  });

  test('puts the name of the output in front, when there are several', () => {
    const metrics = new CompileMetrics({ b: ['mae', 'mse'] }, [null, 'mae'], ['a', 'b']);
    metrics.updateState([column(0), column(0)], [column(1), column(2)], tf.tensor1d([1]));
    expect(Object.keys(read(metrics))).toEqual(['b_mae', 'b_mse', 'b_weighted_mae']);
  });

  test('numbers names that occur twice', () => {
    const double = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.abs(tf.sub(yTrue, yPred));
    const metrics = new CompileMetrics([double, new MeanMetricWrapper(double, { name: 'double' })], [double], null);
    metrics.updateState(column(0, 0), column(1, 3), tf.tensor1d([1, 0]));
    expect(read(metrics)).toEqual({ double: 2, double_1: 2, weighted_double: 1 });
  });

  test('weighs only the weighted ones', () => {
    const metrics = new CompileMetrics(['mae'], ['mse'], null);
    metrics.updateState(column(0, 0), column(1, 3), tf.tensor1d([3, 1]));
    expect(read(metrics)).toEqual({ mae: 2, mse: (3 * 1 + 1 * 9) / 4 });
  });

  test('refuses what is neither list nor record, and entries that do not match the outputs', () => {
    expect(() => new CompileMetrics('mae' as never, null, null)).toThrow(/\['mae'\]/);
    const two = [column(0), column(0)];
    expect(() => new CompileMetrics(['mae'], null, ['a', 'b']).build(two, two)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`metrics\` must have an entry for each of the 2 outputs (a, b). Received: 1 entries. Give a list of lists in that order, or a record by output name.]`,
    );
    expect(() => new CompileMetrics({ c: 'mae' }, null, ['a', 'b']).build(two, two)).toThrow(/Received: 'c'/);
  });
});
