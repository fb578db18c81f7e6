import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { InverseTimeDecay } from './inverse-time-decay';
import golden from './schedules.golden.json';

describe('InverseTimeDecay', () => {
  goldenTests(golden, 'InverseTimeDecay', runScheduleCase);

  test('prints what the documentation of InverseTimeDecay says', () => {
    expectClose(
      new InverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 1, decayRate: 1 }).values([0, 1, 4]),
      [0.1, 0.05, 0.02],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new InverseTimeDecay({ unknownOption: 1 } as never)).toThrow(
      /InverseTimeDecay: .* Received: `unknownOption`/,
    );
  });
});
