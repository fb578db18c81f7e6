import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { PolynomialDecay } from './polynomial-decay';
import golden from './schedules.golden.json';

describe('PolynomialDecay', () => {
  goldenTests(golden, 'PolynomialDecay', runScheduleCase);

  test('prints what the documentation of PolynomialDecay says', () => {
    const schedule = new PolynomialDecay({ initialLearningRate: 1, decaySteps: 4, endLearningRate: 0 });
    expectClose(schedule.values([0, 1, 4, 9]), [1, 0.75, 0, 0], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new PolynomialDecay({ unknownOption: 1 } as never)).toThrow(
      /PolynomialDecay: .* Received: `unknownOption`/,
    );
  });
});
