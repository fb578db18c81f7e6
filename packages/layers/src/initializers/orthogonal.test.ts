import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { Orthogonal } from './orthogonal';

describe('Orthogonal', () => {
  goldenTests(golden, 'Orthogonal', runInitializerCase);

  test('prints what the documentation of Orthogonal says', () => {
    expect(new Orthogonal({ seed: 1 }).initialize([4, 2]).shape).toEqual([4, 2]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Orthogonal({ unknownOption: 1 } as never)).toThrow(/Orthogonal: .* Received: `unknownOption`/);
  });
});
