import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { CosineDecay } from './cosine-decay';
import golden from './schedules.golden.json';

describe('CosineDecay', () => {
  goldenTests(golden, 'CosineDecay', runScheduleCase);

  test('prints what the documentation of CosineDecay says', () => {
    expectClose(new CosineDecay({ initialLearningRate: 1, decaySteps: 4 }).values([0, 2, 4]), [1, 0.5, 0], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CosineDecay({ unknownOption: 1 } as never)).toThrow(/CosineDecay: .* Received: `unknownOption`/);
  });
});
