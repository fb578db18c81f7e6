import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { TruncatedNormal } from './truncated-normal';

describe('TruncatedNormal', () => {
  goldenTests(golden, 'TruncatedNormal', runInitializerCase);

  test('prints what the documentation of TruncatedNormal says', () => {
    expect(new TruncatedNormal({ stddev: 1, seed: 1 }).initialize([2, 3]).shape).toEqual([2, 3]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new TruncatedNormal({ unknownOption: 1 } as never)).toThrow(
      /TruncatedNormal: .* Received: `unknownOption`/,
    );
  });
});
