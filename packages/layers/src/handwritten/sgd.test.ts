import { describe, expect, test } from 'vitest';
import { SGD as RealSGD } from '../optimizers/index';
import { SGD } from './sgd';
import { expectSameSteps } from './testing/expect-same-steps';

// The real one takes its steps on a backend.
describe('SGD in plain arrays', () => {
  test('takes the steps of the real one', async () => {
    await expectSameSteps(() => new RealSGD(), new SGD());
    await expectSameSteps(() => new RealSGD({ learningRate: 0.3 }), new SGD({ learningRate: 0.3 }));
  });

  test('is what the documentation says', () => {
    const parameters = [[1]];
    new SGD({ learningRate: 0.1 }).update(parameters, [[2]]);
    expect(parameters[0]![0]).toBeCloseTo(0.8, 12);
  });
});
