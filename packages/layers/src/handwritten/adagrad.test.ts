import { describe, expect, test } from 'vitest';
import { Adagrad as RealAdagrad } from '../optimizers/index';
import { Adagrad } from './adagrad';
import { expectSameSteps } from './testing/expect-same-steps';

// The real one takes its steps on a backend.
describe('Adagrad in plain arrays', () => {
  test('takes the steps of the real one', async () => {
    await expectSameSteps(() => new RealAdagrad(), new Adagrad());
    await expectSameSteps(
      () => new RealAdagrad({ learningRate: 0.3, initialAccumulatorValue: 0, epsilon: 1e-3 }),
      new Adagrad({ learningRate: 0.3, initialAccumulatorValue: 0, epsilon: 1e-3 }),
    );
  });

  test('is what the documentation says', () => {
    const parameters = [[1]];
    new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0 }).update(parameters, [[2]]);
    expect(parameters[0]![0]).toBeCloseTo(0.9, 7);
  });
});
