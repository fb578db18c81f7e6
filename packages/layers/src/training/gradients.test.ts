import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { getMask, setMask } from '../graph/masks';
import { Dense, Dropout, losses, Sequential, SGD } from '../index';
import { Weight } from '../weight';
import { gradientsOf } from './gradients';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('gradientsOf', () => {
  test('gives the gradient of each weight, null where there is none', () => {
    const [a, b] = [3, 4].map((value) => new Weight({ name: 'w', shape: [], value: tf.scalar(value) })) as [
      Weight,
      Weight,
    ];
    const { loss, gradients } = gradientsOf([a, b], () => ({ loss: tf.square(a.read()) }));
    expect(loss.dataSync()[0]).toBe(9);
    expect(gradients[0]?.dataSync()[0]).toBe(6);
    expect(gradients[1]).toBeNull();
  });

  test('takes outputs out of the function, with their masks', () => {
    const w = new Weight({ name: 'w', shape: [], value: tf.scalar(3) });
    const { outputs } = gradientsOf([w], () => {
      const square = tf.square(w.read());
      const masked = tf.ones([2]);
      setMask(masked, tf.ones([2], 'bool'));
      return { loss: square, outputs: { square, masked } };
    });
    expectClose(outputs.square, 9);
    expect(getMask(outputs.masked)?.shape).toEqual([2]);
  });

  test("is what a training loop of one's own is made of", async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [1] }), new Dropout({ rate: 0 })]);
    const [loss, optimizer] = [new losses.MeanSquaredError(), new SGD({ learningRate: 0.1 })];
    const [x, y] = [tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]])];
    const step = () =>
      tf.tidy(() => {
        const { loss: value, gradients } = gradientsOf(model.trainableWeights, () => ({
          loss: loss.apply(y, model.apply(x, { training: true })),
        }));
        optimizer.apply(gradients, model.trainableWeights);
        return value.dataSync()[0] as number;
      });
    step();
    const before = tf.memory().numTensors;
    let last = 0;
    for (let i = 0; i < 200; i++) last = step();
    expect(last).toBeLessThan(0.02);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('refuses a loss that no weight can change, and leaves nothing when the function throws', async () => {
    const w = new Weight({ name: 'w', shape: [], value: tf.scalar(3) });
    await expectNoLeak(() => {
      expect(() => gradientsOf([w], () => ({ loss: tf.scalar(1) }))).toThrowErrorMatchingInlineSnapshot(
        `[TenlabError: the loss must depend on the weights. Received: one that none of them can change. Compute the loss inside the function from the outputs of layers, without reading values to the host.]`,
      );
      return [];
    });
    await expectNoLeak(() => {
      const fail = () =>
        gradientsOf([w], () => {
          tf.exp(tf.square(w.read()));
          throw new Error('no');
        });
      expect(fail).toThrow('no');
      return [];
    });
  });

  test('computes the loss alone when there are no weights', () => {
    const { loss, gradients } = gradientsOf([], () => ({ loss: tf.tensor1d([1, 2]) }));
    expect([loss.dataSync()[0], gradients]).toEqual([3, []]);
  });
});
