import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { RandomUniform } from './random-uniform';

describe('RandomUniform', () => {
  goldenTests(golden, 'RandomUniform', runInitializerCase);

  test('prints what the documentation of RandomUniform says', () => {
    expect(new RandomUniform({ minval: 0, maxval: 1, seed: 1 }).initialize([2, 3]).shape).toEqual([2, 3]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new RandomUniform({ unknownOption: 1 } as never)).toThrow(
      /RandomUniform: .* Received: `unknownOption`/,
    );
  });
});
