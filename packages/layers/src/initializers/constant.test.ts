import { expectClose } from '@tenlab/testing';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import { Constant } from './constant';
import golden from './initializers.golden.json';

describe('Constant', () => {
  goldenTests(golden, 'Constant', runInitializerCase);

  test('prints what the documentation of Constant says', () => {
    expectClose(new Constant({ value: 3 }).initialize([2]), [3, 3], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Constant({ unknownOption: 1 } as never)).toThrow(/Constant: .* Received: `unknownOption`/);
  });
});
