import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { Zeros } from './zeros';

describe('Zeros', () => {
  goldenTests(golden, 'Zeros', runInitializerCase);

  test('prints what the documentation of Zeros says', () => {
    expectClose(new Zeros().initialize([2]), [0, 0], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Zeros({ unknownOption: 1 } as never)).toThrow(/Zeros: .* Received: `unknownOption`/);
  });
});
