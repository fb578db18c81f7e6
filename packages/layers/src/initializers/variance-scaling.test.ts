import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { VarianceScaling } from './variance-scaling';

describe('VarianceScaling', () => {
  goldenTests(golden, 'VarianceScaling', runInitializerCase);

  test('prints what the documentation of VarianceScaling says', () => {
    expect(new VarianceScaling({ distribution: 'uniform', seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new VarianceScaling({ unknownOption: 1 } as never)).toThrow(
      /VarianceScaling: .* Received: `unknownOption`/,
    );
  });
});
