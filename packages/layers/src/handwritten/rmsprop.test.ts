import { describe, expect, test } from 'vitest';
import { RMSprop } from '../optimizers/index';
import { RMSProp } from './rmsprop';
import { expectSameSteps } from './testing/expect-same-steps';

// The real one takes its steps on a backend.
describe('RMSProp in plain arrays', () => {
  test('takes the steps of the real one', async () => {
    await expectSameSteps(() => new RMSprop(), new RMSProp());
    await expectSameSteps(
      () => new RMSprop({ learningRate: 0.1, rho: 0.5, epsilon: 1e-3 }),
      new RMSProp({ learningRate: 0.1, rho: 0.5, epsilon: 1e-3 }),
    );
  });

  test('is what the documentation says', () => {
    const parameters = [[1]];
    new RMSProp({ learningRate: 0.1, rho: 0.75 }).update(parameters, [[2]]);
    expect(parameters[0]![0]).toBeCloseTo(0.8, 7);
  });
});
