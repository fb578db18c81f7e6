import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { Conv2D, clearSession, Dense, Dropout, Flatten, InputLayer, MaxPooling2D, Sequential, SGD } from '../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
  setSeed(1);
});

describe('Sequential', () => {
  test('learns y = 3x + 1 and leaves nothing but weights behind', async () => {
    const before = tf.memory().numTensors;
    const model = new Sequential([new Dense({ units: 1, inputShape: [1] })]);
    model.compile({ optimizer: new SGD({ learningRate: 0.1 }), loss: 'mse' });
    const x = Array.from({ length: 32 }, (_, i) => [i / 16 - 1]);
    const y = x.map(([value]) => [3 * (value as number) + 1]);
    const { history } = await model.fit(x, y, { epochs: 100, batchSize: 8, verbose: 0 });
    expect(history.loss).toHaveLength(100);
    expect(history.loss?.at(-1)).toBeLessThan(1e-3);
    expect(await model.evaluate(x, y, { verbose: 0 })).toBeLessThan(1e-3);
    const predicted = (await model.predict([[2]], { verbose: 0 })) as tf.Tensor;
    expect(predicted.dataSync()[0]).toBeCloseTo(7, 0);
    predicted.dispose();
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('trains a small convolutional network', async () => {
    const model = new Sequential([
      new InputLayer({ shape: [8, 8, 1] }),
      new Conv2D({ filters: 3, kernelSize: 3, activation: 'relu' }),
      new MaxPooling2D(),
      new Flatten(),
      new Dropout({ rate: 0.25 }),
      new Dense({ units: 3, activation: 'softmax' }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });
    const x = { data: Uint8Array.from({ length: 12 * 64 }, (_, i) => (i * 7) % 256), shape: [12, 8, 8, 1] };
    const y = { data: Uint8Array.from({ length: 12 }, (_, i) => i % 3), shape: [12] };
    const { history } = await model.fit(x, y, { epochs: 2, batchSize: 5, validationSplit: 0.25, verbose: 0 });
    expect(Object.keys(history)).toEqual(['accuracy', 'loss', 'val_accuracy', 'val_loss']);
  });
});
