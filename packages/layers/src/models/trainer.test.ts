import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { clearSession, Dense, Input, Model, type StepLogs } from '../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

const x = [[1], [2], [3]];
const targets = [
  [[0], [0], [0]],
  [[2], [0], [5]],
];

function twoOutputs(): Model {
  const a = Input({ shape: [1], name: 'a' });
  const value = new Dense({ units: 1, name: 'value', kernelInitializer: 'ones' }).apply(a);
  const kind = new Dense({ units: 1, name: 'kind', kernelInitializer: 'zeros', biasInitializer: 'ones' }).apply(a);
  const model = new Model({ inputs: a, outputs: [value, kind] });
  model.compile({ optimizer: 'sgd', loss: ['mse', 'mae'], lossWeights: [1, 0.5], metrics: [['mae'], ['mse']] });
  return model;
}

// What training does is in model.test.ts and ../training/fit.test.ts.
describe('Trainer', () => {
  test('lists the results of several outputs in the order of Keras', async () => {
    // What Keras 3.15 gives: loss, the losses of value and kind, then the metrics by name.
    const list = (await twoOutputs().evaluate(x, targets, { verbose: 0 })) as number[];
    expect(list.map((value) => Number(value.toFixed(4)))).toEqual([5.6667, 4.6667, 2, 6, 2]);
  });

  test('makes a step once, and anew after compile', () => {
    const model = twoOutputs();
    const step = model.stepFunction('train');
    expect(model.stepFunction('train')).toBe(step);
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    expect(model.stepFunction('train')).not.toBe(step);
  });

  test('gives back what an earlier compile had made', async () => {
    const model = twoOutputs();
    await model.evaluate(x, targets, { verbose: 0 });
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) {
      model.compile({ optimizer: 'adam', loss: 'mse', metrics: [['mae'], ['mse']] });
      await model.fit(x, targets, { verbose: 0 });
    }
    const once = tf.memory().numTensors;
    model.compile({ optimizer: 'adam', loss: 'mse', metrics: [['mae'], ['mse']] });
    await model.fit(x, targets, { verbose: 0 });
    expect(tf.memory().numTensors).toBe(once);
    expect(once).toBeGreaterThanOrEqual(before);
  });

  test('keeps an optimizer that is compiled again', async () => {
    const model = twoOutputs();
    await model.fit(x, targets, { verbose: 0 });
    const { optimizer } = model;
    model.compile({ optimizer, loss: 'mse' });
    await model.fit(x, targets, { verbose: 0 });
    expect(optimizer.iterations.dataSync()[0]).toBe(2);
  });

  test('knows whether it computes, and whether it needs targets', () => {
    class Own extends Model {
      static override readonly className: string = 'Own';
      override testStep(): StepLogs {
        return {};
      }
    }
    expect([twoOutputs().hasCall, new Own().hasCall, twoOutputs().needsTargets]).toEqual([true, false, true]);
    const own = new Own();
    own.compile({ loss: 'mse' });
    expect(own.needsTargets).toBe(false);
  });
});
