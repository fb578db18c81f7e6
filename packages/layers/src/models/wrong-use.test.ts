import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type CompileOptions, Dense, losses, metrics, Sequential } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

const x = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const y = [[1], [0], [1]];

function made(options: CompileOptions = { loss: 'mse' }): Sequential {
  const model = new Sequential([new Dense({ units: 1, inputShape: [2] })]);
  model.compile(options);
  return model;
}

test.each([
  [{ optimizer: 3 }, 'the optimizer must be a name, a config or an object. Received: 3'],
  [{ optimizer: 'adm' }, "compile, `optimizer`: the name of a known optimizer. Received: 'adm'"],
  [{ loss: 3 }, 'the loss must be a name, a config or an object. Received: 3'],
  [{ loss: losses.MeanSquaredError }, 'Make an object of the class'],
  [{ metrics: [3] }, 'the metric must be a name, a config or an object. Received: 3'],
  [{ metrics: [metrics.AUC] }, 'Make an object of the class'],
  [{ metrics: 'accuracy' }, "Put it into a list: ['accuracy']"],
  [{ lossWeights: 'a' }, "`lossWeights` must be numbers. Received: 'a'"],
  [{ jitCompile: 'yes' }, "`jitCompile` must be true, false or 'auto'. Received: 'yes'"],
  [{ runEagerly: 1 }, '`runEagerly` must be true or false. Received: 1'],
])('%o is told and leaves nothing', async (options, message) => {
  await expectNoLeak(async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2] })]);
    const train = async () => {
      model.compile({ loss: 'mse', ...options } as CompileOptions);
      await model.fit(x, y, { verbose: 0 });
    };
    await expect(train()).rejects.toThrow(message);
    model.dispose();
    return [];
  });
});

test('a loss that does not depend on the weights leaves nothing', async () => {
  await expectNoLeak(async () => {
    const model = made({ loss: (yTrue) => tf.mean(yTrue, -1) });
    await expect(model.fit(x, y, { verbose: 0 })).rejects.toThrow('the loss must depend on the weights');
    model.dispose();
    return [];
  });
});

test('texts for numbers, and weights of classes that are no numbers, are told', async () => {
  const model = made();
  await expect(model.fit([['a', 'b']], [1], { verbose: 0 })).rejects.toThrow('must hold numbers. Received: texts');
  await expect(model.fit(x, y, { verbose: 0, classWeight: { 1: 'a' } as never })).rejects.toThrow(
    '`classWeight` must be a record of numbers by class',
  );
  model.dispose();
});

test('a disposed model says so, and may be disposed again', async () => {
  const model = made();
  model.dispose();
  await expect(model.predict(x)).rejects.toThrow(/Weight '.*': the weight must be in memory/);
  const { numTensors } = tf.memory();
  model.dispose();
  expect(tf.memory().numTensors).toBe(numTensors);
});
