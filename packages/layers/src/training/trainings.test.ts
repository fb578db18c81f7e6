import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import golden from '../../golden/trainings.json';
import { Callback, clearSession, deserializeLayer, type Logs, type Model } from '../index';
import { watchPrograms } from '../testing/watch-programs';

/** Keeps the loss that each step logs. */
class Losses extends Callback {
  readonly all: number[] = [];

  override onTrainBatchEnd(_step: number, logs: Logs): void {
    this.all.push(logs.loss as number);
  }
}

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

afterEach(() => {
  clearSession();
});

describe('fit on wasm, compiled', () => {
  test.each(Object.entries(golden.cases))('trains a %s with the losses of Keras', async (_, given) => {
    const model = deserializeLayer(given.model) as Model;
    model.setWeights(given.weights.map((values) => tf.tensor(values)));
    const programs = watchPrograms();
    model.compile({ optimizer: given.optimizer as never, loss: 'mse' });
    const losses = new Losses();
    const [x, y] = [tf.tensor(given.x), tf.tensor(given.y)];
    await model.fit(x, y, { batchSize: 4, epochs: 4, shuffle: false, verbose: 0, callbacks: [losses] });
    expect(programs.outcomes()).toEqual(['compiled']);
    programs.stop();
    expectClose(losses.all, given.losses, { rtol: 1e-3, atol: 1e-4 });
    const final = model.weights.map(({ value }) => tf.sum(tf.abs(value)).dataSync()[0] as number);
    expectClose(final, given.final, { rtol: 1e-3, atol: 1e-4 });
    model.dispose();
  });
});
