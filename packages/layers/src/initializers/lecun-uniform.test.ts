import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { LecunUniform } from './lecun-uniform';

describe('LecunUniform', () => {
  goldenTests(golden, 'LecunUniform', runInitializerCase);

  test('prints what the documentation of LecunUniform says', () => {
    expect(new LecunUniform({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new LecunUniform({ unknownOption: 1 } as never)).toThrow(/LecunUniform: .* Received: `unknownOption`/);
  });
});
