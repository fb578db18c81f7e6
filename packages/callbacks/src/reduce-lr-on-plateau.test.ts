import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from './reduce-lr-on-plateau';

beforeAll(() => useBackend('cpu'));

/** The learning rate of each epoch of a model that cannot learn: its inputs are 0 and it has no bias. */
async function rates(options: ReduceLROnPlateauOptions, epochs: number): Promise<number[]> {
  const model = new Sequential([new Dense({ units: 1, useBias: false, inputShape: [1] })]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  const callbacks = [new ReduceLROnPlateau({ monitor: 'loss', ...options })];
  const { history } = await model.fit(tf.zeros([4, 1]), tf.ones([4, 1]), { epochs, callbacks, verbose: 0 });
  model.dispose();
  return history.learning_rate!.map((rate) => Number(rate.toPrecision(3)));
}

test('reduces after `patience` epochs without improvement, down to `minLr`', async () => {
  expect(await rates({ factor: 0.5, patience: 2, minLr: 0.003 }, 8)).toEqual([
    0.01, 0.01, 0.01, 0.005, 0.005, 0.003, 0.003, 0.003,
  ]);
});

test('waits for `cooldown` epochs before it counts again', async () => {
  expect(await rates({ factor: 0.5, patience: 1, cooldown: 2 }, 7)).toEqual([
    0.01, 0.01, 0.005, 0.005, 0.0025, 0.0025, 0.00125,
  ]);
});

test.each([0, 1, 2, Number.NaN])('a factor of %s is refused', (factor) => {
  expect(() => new ReduceLROnPlateau({ factor })).toThrow(
    /ReduceLROnPlateau: `factor` must be a number between 0 and 1/,
  );
});

test('an unknown option is refused', () => {
  expect(() => new ReduceLROnPlateau({ minLR: 1 } as never)).toThrow(/minLR/);
});
