import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, losses, Sequential, SimpleRNN } from '../index';
import { expectLabelsFit, expectTargets, prepare } from './prepare';

beforeAll(async () => {
  await useBackend('cpu');
});

const batch = () => ({ x: tf.ones([2, 3]), y: tf.tensor1d([0, 1], 'int32'), sampleWeight: null });
const compiled = (ignoreClass: number | null = null) => {
  const model = new Sequential([new Dense({ units: 4 })]);
  model.compile({
    optimizer: 'adam',
    loss: new losses.SparseCategoricalCrossentropy({ ignoreClass }),
    metrics: ['accuracy'],
  });
  return model;
};

describe('prepare', () => {
  test("makes all state a step needs: weights, metrics, the optimizer's", () => {
    const model = compiled();
    const data = batch();
    prepare(model, data);
    const before = tf.memory().numTensors;
    expect(model.weights).toHaveLength(2);
    expect(model.optimizer.built).toBe(true);
    expect(model.metrics.map(({ name }) => name)).toEqual(['loss', 'accuracy']);
    prepare(model, data);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('leaves the states of a stateful layer as they were', () => {
    const layer = new SimpleRNN({ units: 2, stateful: true });
    const model = new Sequential([layer]);
    model.compile({ optimizer: 'adam', loss: 'mse' });
    const x = tf.ones([1, 2, 3]);
    prepare(model, { x, y: tf.ones([1, 2]), sampleWeight: null });
    const states = () => layer.states?.read().flatMap((state) => [...(state as tf.Tensor).dataSync()]);
    expect(states() ?? [0, 0]).toEqual([0, 0]);
    model.apply(x);
    expect(states()).not.toEqual([0, 0]);
  });

  test('refuses a model that loses the batch', () => {
    const model = compiled();
    model.add(
      new (class extends Dense {
        override call(inputs: tf.Tensor) {
          return tf.slice(super.call(inputs), 0, 1);
        }
      })({ units: 4 }),
    );
    expect(() => prepare(model, batch())).toThrow(/there must be a prediction for each of the 2 samples. Received: 1/);
  });
});

describe('expectLabelsFit', () => {
  test('looks at all labels, those to be ignored aside', () => {
    const model = compiled();
    prepare(model, batch());
    expect(() => expectLabelsFit('fit', model, tf.tensor1d([3, 0]))).not.toThrow();
    expect(() => expectLabelsFit('fit', model, tf.tensor1d([3, -1]))).toThrow(/-1 at index 1/);
    expect(() => expectLabelsFit('fit', model, tf.tensor1d([0.5]))).toThrow(/0.5 at index 0/);
    const ignoring = compiled(-1);
    prepare(ignoring, batch());
    expect(() => expectLabelsFit('fit', ignoring, tf.tensor1d([3, -1]))).not.toThrow();
  });
});

describe('expectTargets', () => {
  test('asks for targets where the loss needs them', () => {
    expect(() => expectTargets('fit', compiled(), null)).toThrow(/must be targets/);
    const model = new Sequential([new Dense({ units: 4 })]);
    model.compile({ optimizer: 'sgd' });
    expect(() => expectTargets('fit', model, null)).not.toThrow();
  });
});
