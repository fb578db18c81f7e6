import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { GlorotNormal } from './glorot-normal';
import golden from './initializers.golden.json';

describe('GlorotNormal', () => {
  goldenTests(golden, 'GlorotNormal', runInitializerCase);

  test('prints what the documentation of GlorotNormal says', () => {
    expect(new GlorotNormal({ seed: 1 }).initialize([100, 10]).shape).toEqual([100, 10]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new GlorotNormal({ unknownOption: 1 } as never)).toThrow(/GlorotNormal: .* Received: `unknownOption`/);
  });
});
