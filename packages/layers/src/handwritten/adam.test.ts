import { describe, expect, test } from 'vitest';
import { Adam as RealAdam } from '../optimizers/index';
import { Adam } from './adam';
import { expectSameSteps } from './testing/expect-same-steps';

// The real one takes its steps on a backend.
describe('Adam in plain arrays', () => {
  test('takes the steps of the real one', async () => {
    await expectSameSteps(() => new RealAdam(), new Adam());
    await expectSameSteps(
      () => new RealAdam({ learningRate: 0.1, beta1: 0.5, beta2: 0.9, epsilon: 1e-3 }),
      new Adam({ learningRate: 0.1, beta1: 0.5, beta2: 0.9, epsilon: 1e-3 }),
    );
  });

  test('is what the documentation says', () => {
    const parameters = [[1]];
    new Adam({ learningRate: 0.1 }).update(parameters, [[2]]);
    expect(parameters[0]![0]).toBeCloseTo(0.9, 6);
  });
});
