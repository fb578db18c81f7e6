import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { HeUniform } from './he-uniform';
import golden from './initializers.golden.json';

describe('HeUniform', () => {
  goldenTests(golden, 'HeUniform', runInitializerCase);

  test('prints what the documentation of HeUniform says', () => {
    expect(new HeUniform({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new HeUniform({ unknownOption: 1 } as never)).toThrow(/HeUniform: .* Received: `unknownOption`/);
  });
});
