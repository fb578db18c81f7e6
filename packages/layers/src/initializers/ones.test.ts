import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { Ones } from './ones';

describe('Ones', () => {
  goldenTests(golden, 'Ones', runInitializerCase);

  test('prints what the documentation of Ones says', () => {
    expectClose(new Ones().initialize([2]), [1, 1], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Ones({ unknownOption: 1 } as never)).toThrow(/Ones: .* Received: `unknownOption`/);
  });
});
