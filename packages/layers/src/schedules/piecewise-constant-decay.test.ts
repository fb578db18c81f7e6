import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { PiecewiseConstantDecay } from './piecewise-constant-decay';
import golden from './schedules.golden.json';

describe('PiecewiseConstantDecay', () => {
  goldenTests(golden, 'PiecewiseConstantDecay', runScheduleCase);

  test('prints what the documentation of PiecewiseConstantDecay says', () => {
    expectClose(
      new PiecewiseConstantDecay({ boundaries: [2, 4], values: [1, 0.5, 0.1] }).values([0, 2, 3, 5]),
      [1, 1, 0.5, 0.1],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new PiecewiseConstantDecay({ unknownOption: 1 } as never)).toThrow(
      /PiecewiseConstantDecay: .* Received: `unknownOption`/,
    );
  });
});
