import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { setMask } from '../graph/masks';
import { CompileLoss } from './compile-loss';

beforeAll(async () => {
  await useBackend('cpu');
});

const value = (loss: CompileLoss, ...args: Parameters<CompileLoss['apply']>) => loss.apply(...args)?.dataSync()[0];
const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);

describe('CompileLoss', () => {
  test('adds up the losses of the outputs with their weights, and follows each unweighted', () => {
    const loss = new CompileLoss(['mse', 'mae'], [1, 10], ['a', 'b']);
    expect(value(loss, [column(0), column(0)], [column(2), column(3)], null)).toBeCloseTo(4 + 30, 5);
    expect(loss.metrics.map(({ name }) => name)).toEqual(['a_loss', 'b_loss']);
    expect(loss.metrics.map((metric) => metric.result().dataSync()[0])).toEqual([4, 3]);
  });

  test('counts a batch of few samples like any other, as Keras on TensorFlow does', () => {
    const loss = new CompileLoss('mse', null, ['a', 'b']);
    loss.apply([column(0, 0, 0), column(0, 0, 0)], [column(1, 1, 1), column(2, 2, 2)], null);
    loss.apply([column(0), column(0)], [column(3), column(0)], null);
    expect(loss.metrics.map((metric) => metric.result().dataSync()[0])).toEqual([(1 + 9) / 2, (4 + 0) / 2]);
  });

  test('takes functions, and names that stand for several losses', () => {
    const own = new CompileLoss((yTrue, yPred) => tf.abs(tf.sub(yTrue, yPred)), null, null);
    expect(value(own, column(0, 1), column(2, 1), null)).toBeCloseTo(1, 5);
    const logits = tf.tensor2d([[0.2, 0.8]]);
    const sparse = new CompileLoss('crossentropy', null, null);
    expect(value(sparse, tf.tensor1d([1]), logits, null)).toBeCloseTo(-Math.log(0.8), 4);
    const oneHot = new CompileLoss('crossentropy', null, null);
    expect(value(oneHot, tf.tensor2d([[0, 1]]), logits, null)).toBeCloseTo(-Math.log(0.8), 4);
    const binary = new CompileLoss('crossentropy', null, null);
    expect(value(binary, column(1), column(0.8), null)).toBeCloseTo(-Math.log(0.8), 4);
  });

  test('weighs samples, one weight for all outputs or one for each', () => {
    const loss = new CompileLoss('mse', null, ['a', 'b']);
    const [targets, predictions] = [
      [column(0, 0), column(0, 0)],
      [column(1, 1), column(2, 2)],
    ];
    expect(value(loss, targets, predictions, tf.tensor1d([2, 0]))).toBeCloseTo(1 + 4, 5);
    expect(value(loss, targets, predictions, [tf.tensor1d([2, 0]), tf.tensor1d([0, 0])])).toBeCloseTo(1, 5);
  });

  test('leaves masked steps out', () => {
    const loss = new CompileLoss('mse', null, null);
    const predictions = tf.tensor3d([1, 5], [1, 2, 1]);
    setMask(predictions, tf.tensor2d([[1, 0]], [1, 2], 'bool'));
    expect(value(loss, tf.zeros([1, 2, 1]), predictions, null)).toBeCloseTo(1, 5);
  });

  test('finds targets by name, and those of outputs without a loss may be left out', () => {
    const loss = new CompileLoss({ b: 'mse' }, null, ['a', 'b']);
    const predictions = [column(1), column(3)];
    expect(value(loss, { b: column(0) }, predictions, null)).toBeCloseTo(9, 5);
    expect(value(loss, [column(0)], predictions, null)).toBeCloseTo(9, 5);
    expect(value(loss, [column(7), column(0)], predictions, null)).toBeCloseTo(9, 5);
    expect(loss.metrics).toEqual([]);
    expect(() => loss.apply({ a: column(0) }, predictions, null)).toThrow(/targets for the outputs a, b/);
    expect(() => loss.apply([column(0), column(0), column(0)], predictions, null)).toThrow(/targets for 2 outputs/);
  });

  test('leaves no tensor behind', async () => {
    const [target, prediction] = [column(0), column(1)];
    await expectNoLeak(() => {
      const loss = new CompileLoss(['mse', 'mae'], null, null);
      const result = tf.tidy(() => loss.apply([target, target], [prediction, prediction], null) as tf.Tensor);
      loss.dispose();
      return result;
    });
  });
});
