import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Callback, Dense, Input, Model, Sequential } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

const double = () => {
  const model = new Sequential([new Dense({ units: 1, inputShape: [1], kernelInitializer: 'ones', useBias: false })]);
  return model;
};

describe('predict', () => {
  test('works without compile, and joins batches of any size', async () => {
    const x = Array.from({ length: 7 }, (_, i) => [i]);
    expectClose((await double().predict(x, { batchSize: 3, verbose: 0 })) as tf.Tensor, x);
    const tensor = tf.tensor2d(x as number[][]);
    expectClose((await double().predict(tensor, { batchSize: 7, verbose: 0 })) as tf.Tensor, x);
    expect(tensor.isDisposed).toBe(false);
  });

  test('gives the form the model has', async () => {
    const x = Input({ shape: [1] });
    const model = new Model({ inputs: x, outputs: { b: new Dense({ units: 2 }).apply(x), a: x } });
    const outputs = (await model.predict([[1], [2]], { verbose: 0 })) as unknown as Record<string, tf.Tensor>;
    expect([outputs.a?.shape, outputs.b?.shape]).toEqual([
      [2, 1],
      [2, 2],
    ]);
  });

  test('takes batches that come one by one, and may be stopped', async () => {
    async function* batches() {
      for (let i = 0; i < 3; i++) yield tf.tensor2d([[i]]);
    }
    expectClose((await double().predict(batches, { verbose: 0 })) as tf.Tensor, [[0], [1], [2]]);
    class Stop extends Callback {
      override onPredictBatchEnd() {
        this.model.stopPredicting = true;
      }
    }
    const callbacks = [new Stop()];
    expectClose((await double().predict([[5], [6]], { batchSize: 1, verbose: 0, callbacks })) as tf.Tensor, [[5]]);
  });

  test('leaves its result only', async () => {
    const model = double();
    const x = tf.ones([5, 1]);
    await expectNoLeak(async () => await model.predict(x, { batchSize: 2, verbose: 0 }));
    await expectNoLeak(async () => await model.predictOnBatch(x));
    await expectNoLeak(async () => {
      await expect(
        model.predict(
          tf.tidy(() => [[1, 2, 3]]),
          { verbose: 0 },
        ),
      ).rejects.toThrow(/must have shape/);
      return [];
    });
  });
});
