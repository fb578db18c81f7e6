import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { ExponentialDecay } from './exponential-decay';
import golden from './schedules.golden.json';

describe('ExponentialDecay', () => {
  goldenTests(golden, 'ExponentialDecay', runScheduleCase);

  test('prints what the documentation of ExponentialDecay says', () => {
    expectClose(
      new ExponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 }).values([0, 10, 20]),
      [0.1, 0.05, 0.025],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new ExponentialDecay({ unknownOption: 1 } as never)).toThrow(
      /ExponentialDecay: .* Received: `unknownOption`/,
    );
  });
});
