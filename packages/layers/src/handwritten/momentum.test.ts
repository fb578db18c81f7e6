import { describe, expect, test } from 'vitest';
import { SGD as RealSGD } from '../optimizers/index';
import { Momentum } from './momentum';
import { expectSameSteps } from './testing/expect-same-steps';

// The real one takes its steps on a backend.
describe('Momentum in plain arrays', () => {
  test('takes the steps of the real one', async () => {
    await expectSameSteps(() => new RealSGD({ momentum: 0.9 }), new Momentum());
    await expectSameSteps(
      () => new RealSGD({ learningRate: 0.1, momentum: 0.5 }),
      new Momentum({ learningRate: 0.1, momentum: 0.5 }),
    );
  });

  test('is what the documentation says', () => {
    const parameters = [[1]];
    const optimizer = new Momentum({ learningRate: 0.1, momentum: 0.5 });
    for (let step = 0; step < 2; step++) optimizer.update(parameters, [[2]]);
    expect(parameters[0]![0]).toBeCloseTo(0.5, 12);
  });
});
