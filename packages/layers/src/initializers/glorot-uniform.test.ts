import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { GlorotUniform } from './glorot-uniform';
import golden from './initializers.golden.json';

describe('GlorotUniform', () => {
  goldenTests(golden, 'GlorotUniform', runInitializerCase);

  test('prints what the documentation of GlorotUniform says', () => {
    expect(new GlorotUniform({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new GlorotUniform({ unknownOption: 1 } as never)).toThrow(
      /GlorotUniform: .* Received: `unknownOption`/,
    );
  });
});
