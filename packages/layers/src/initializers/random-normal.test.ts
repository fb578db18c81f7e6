import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { RandomNormal } from './random-normal';

describe('RandomNormal', () => {
  goldenTests(golden, 'RandomNormal', runInitializerCase);

  test('prints what the documentation of RandomNormal says', () => {
    expect(new RandomNormal({ stddev: 1, seed: 1 }).initialize([2, 3]).shape).toEqual([2, 3]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new RandomNormal({ unknownOption: 1 } as never)).toThrow(/RandomNormal: .* Received: `unknownOption`/);
  });
});
