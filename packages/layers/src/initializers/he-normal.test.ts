import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { HeNormal } from './he-normal';
import golden from './initializers.golden.json';

describe('HeNormal', () => {
  goldenTests(golden, 'HeNormal', runInitializerCase);

  test('prints what the documentation of HeNormal says', () => {
    expect(new HeNormal({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new HeNormal({ unknownOption: 1 } as never)).toThrow(/HeNormal: .* Received: `unknownOption`/);
  });
});
