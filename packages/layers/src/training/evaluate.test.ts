import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Callback, Dense, Sequential } from '../index';
import { evaluate, makeCallbacks } from './evaluate';
import { ProgressLines } from './progress';

beforeAll(async () => {
  await useBackend('cpu');
});

const x = [[1], [2], [3]];
const compiled = () => {
  const model = new Sequential([new Dense({ units: 1, inputShape: [1], kernelInitializer: 'zeros' })]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  return model;
};

// That the numbers are Keras's is in fit.test.ts.
describe('evaluate', () => {
  test('may be stopped early by a callback, and counts what it has seen', async () => {
    class Stop extends Callback {
      override onTestBatchEnd() {
        this.model.stopEvaluating = true;
      }
    }
    const logs = await evaluate(compiled(), x, x, { batchSize: 1, verbose: 0, callbacks: [new Stop()] });
    expect(logs.loss).toBe(1);
    expect((await evaluate(compiled(), x, x, { batchSize: 1, verbose: 0, steps: 2 })).loss).toBe(2.5);
  });

  test('takes batches, and checks their labels one by one', async () => {
    const model = new Sequential([new Dense({ units: 3, inputShape: [1] })], { name: 's' });
    model.compile({ optimizer: 'sgd', loss: 'sparse_categorical_crossentropy' });
    await expect(
      model.evaluate(
        [
          [x, [0, 1, 2]],
          [x, [0, 1, 3]],
        ].values() as never,
        null,
        { verbose: 0 },
      ),
    ).rejects.toThrow(/3 at index 2/);
  });

  test('needs a compiled model', async () => {
    await expect(new Sequential([new Dense({ units: 1 })]).evaluate(x, x)).rejects.toThrow(/must be compiled/);
  });
});

describe('makeCallbacks', () => {
  test('adds progress unless nothing is to be printed or a callback shows it', () => {
    const params = { epochs: 1, steps: 1 };
    const kinds = (verbose: 0 | 1 | 2 | 'auto', given: Callback[]) =>
      makeCallbacks({} as never, given, verbose, params).callbacks.length;
    expect([kinds(0, []), kinds('auto', []), kinds(2, [])]).toEqual([0, 1, 1]);
    expect(kinds('auto', [new ProgressLines()])).toBe(1);
  });
});
