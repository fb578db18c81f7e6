import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runScheduleCase } from '../../../../tools/conformance/schedules';
import { CosineDecayRestarts } from './cosine-decay-restarts';
import golden from './schedules.golden.json';

describe('CosineDecayRestarts', () => {
  goldenTests(golden, 'CosineDecayRestarts', runScheduleCase);

  test('prints what the documentation of CosineDecayRestarts says', () => {
    expectClose(
      new CosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 2 }).values([0, 1, 2, 4]),
      [1, 0.5, 1, 0.5],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new CosineDecayRestarts({ unknownOption: 1 } as never)).toThrow(
      /CosineDecayRestarts: .* Received: `unknownOption`/,
    );
  });
});
