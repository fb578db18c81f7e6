import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { Identity } from './identity';
import golden from './initializers.golden.json';

describe('Identity', () => {
  goldenTests(golden, 'Identity', runInitializerCase);

  test('prints what the documentation of Identity says', () => {
    expectClose(
      new Identity().initialize([2, 2]),
      [
        [1, 0],
        [0, 1],
      ],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new Identity({ unknownOption: 1 } as never)).toThrow(/Identity: .* Received: `unknownOption`/);
  });
});
