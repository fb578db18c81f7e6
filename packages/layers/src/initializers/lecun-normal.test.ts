import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { LecunNormal } from './lecun-normal';

describe('LecunNormal', () => {
  goldenTests(golden, 'LecunNormal', runInitializerCase);

  test('prints what the documentation of LecunNormal says', () => {
    expect(new LecunNormal({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new LecunNormal({ unknownOption: 1 } as never)).toThrow(/LecunNormal: .* Received: `unknownOption`/);
  });
});
