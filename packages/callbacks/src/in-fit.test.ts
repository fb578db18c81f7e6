import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EarlyStopping, LambdaCallback, ProgressBar, StopWhen } from './index';

// The callbacks in real runs: a line fitted on the cpu backend.

let x: tf.Tensor;
let y: tf.Tensor;

beforeAll(async () => {
  await useBackend('cpu');
  x = tf.tidy(() => tf.reshape(tf.linspace(-1, 1, 64), [64, 1]));
  y = tf.tidy(() => tf.add(tf.mul(x, 3), 1));
});
afterAll(() => tf.dispose([x, y]));

function line(learningRate = 0.1): Sequential {
  setSeed(3);
  const model = new Sequential([new Dense({ units: 1, inputShape: [1] })]);
  model.compile({
    optimizer: { class_name: 'SGD', config: { learning_rate: learningRate } },
    loss: 'mse',
    metrics: ['mae'],
  });
  return model;
}

describe('callbacks in fit', () => {
  it('StopWhen ends the run after the first epoch that is good enough', async () => {
    const model = line();
    const stop = new StopWhen({ metric: 'loss', below: 0.05 });
    const { history } = await model.fit(x, y, { epochs: 50, verbose: 0, callbacks: [stop] });
    const losses = history.loss!;
    expect(losses.length).toBeLessThan(50);
    expect(stop.stoppedEpoch).toBe(losses.length - 1);
    expect(losses.at(-1)).toBeLessThan(0.05);
    expect(losses.at(-2)).toBeGreaterThanOrEqual(0.05);
    model.dispose();
  });

  it('EarlyStopping gives the model its best weights back, also when training ends by itself', async () => {
    const model = line();
    const current = () => model.weights.flatMap(({ value }) => [...value.dataSync()]);
    const afterEpoch: number[][] = [];
    const restore = new EarlyStopping({ monitor: 'val_loss', patience: 50, restoreBestWeights: true });
    // After epoch 3 the weights are spoilt: no later epoch is better.
    const spoil = new LambdaCallback({
      onEpochEnd: (epoch) => {
        afterEpoch.push(current());
        if (epoch === 3) for (const weight of model.weights) tf.tidy(() => weight.assign(tf.fill(weight.shape, 100)));
      },
    });
    await model.fit(x, y, { epochs: 6, verbose: 0, validationData: [x, y], callbacks: [restore, spoil] });
    expect(afterEpoch).toHaveLength(6);
    expect(restore.bestEpoch).toBe(3);
    expect(current()).toEqual(afterEpoch[3]);
    model.dispose();
  });

  it('leave no tensor behind', async () => {
    const model = line();
    await model.fit(x, y, { epochs: 1, verbose: 0 });
    const before = tf.memory().numTensors;
    const stream = { write: () => true };
    await model.fit(x, y, {
      epochs: 3,
      validationSplit: 0.25,
      callbacks: [
        new ProgressBar({ stream }),
        new EarlyStopping({ restoreBestWeights: true, patience: 5 }),
        new StopWhen({ metric: 'loss', below: -1 }),
      ],
    });
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('a metric that cannot come stops the run with an error after the first epoch', async () => {
    const model = line();
    await expect(model.fit(x, y, { epochs: 2, verbose: 0, callbacks: [new EarlyStopping()] })).rejects.toThrow(
      'Pass `validationData` or `validationSplit` to fit, or watch `loss`.',
    );
    model.dispose();
  });
});

describe('ProgressBar in real runs', () => {
  it('shows fit, evaluate and predict, one line each without a terminal', async () => {
    const model = line();
    let text = '';
    const bar = new ProgressBar({ stream: { write: (piece) => (text += piece) } });
    await model.fit(x, y, { epochs: 2, batchSize: 16, validationData: [x, y], callbacks: [bar] });
    await model.evaluate(x, y, { batchSize: 16, callbacks: [bar] });
    tf.dispose(await model.predict(x, { batchSize: 16, callbacks: [bar] }));
    const number = String.raw`\d+\.\d{4}(e[+-]\d\d)?`;
    const clock = String.raw`\d+s - \d+(us|ms|s)/step`;
    const lines = text.split('\n');
    expect(lines).toHaveLength(5);
    const metrics = ` - loss: ${number} - mae: ${number}`;
    expect(lines[0]).toMatch(
      new RegExp(`^Epoch 1/2 - 4/4 - ${clock}${metrics}${metrics.replaceAll(/(loss|mae)/g, 'val_$1')}$`),
    );
    expect(lines[1]).toMatch(/^Epoch 2\/2 - 4\/4 - /);
    expect(lines[2]).toMatch(new RegExp(`^4/4 - ${clock}${metrics}$`));
    expect(lines[3]).toMatch(new RegExp(`^4/4 - ${clock}$`));
    expect(lines[4]).toBe('');
    model.dispose();
  });

  it('draws a bar on a terminal, and fit adds none of its own', async () => {
    const model = line();
    let text = '';
    const bar = new ProgressBar({
      stream: { write: (piece) => (text += piece), isTTY: true, columns: 100 },
      colors: false,
    });
    await model.fit(x, y, { epochs: 1, batchSize: 16, callbacks: [bar] });
    expect(text).toMatch(/^Epoch 1\/1\n\r1\/4 ━{20} \d+s \d+(us|ms|s)\/step - loss: /);
    expect(text).toMatch(/\r4\/4 ━{20} 0s \d+(us|ms|s)\/step - loss: \d+\.\d{4} - mae: \d+\.\d{4}\S*\n$/);
    model.dispose();
  });

  it('counts the steps of a generator, whose number nobody knows', async () => {
    const model = line();
    let text = '';
    const bar = new ProgressBar({
      stream: { write: (piece) => (text += piece), isTTY: true, columns: 100 },
      colors: false,
    });
    async function* batches() {
      for (let step = 0; step < 3; step++) yield [tf.clone(x), tf.clone(y)] as [tf.Tensor, tf.Tensor];
    }
    await model.fit(batches(), undefined, { epochs: 1, callbacks: [bar] });
    expect(text).toContain('      1/Unknown ');
    expect(text).toMatch(/\r3\/3 ━{20} .*\n$/);
    model.dispose();
  });
});
