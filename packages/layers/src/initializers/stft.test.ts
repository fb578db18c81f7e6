import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runInitializerCase } from '../../../../tools/conformance/initializers';
import golden from './initializers.golden.json';
import { STFT } from './stft';

describe('STFT', () => {
  goldenTests(golden, 'STFT', runInitializerCase);

  test('prints what the documentation of STFT says', () => {
    expect(new STFT({ window: null }).initialize([4, 1, 3]).shape).toEqual([4, 1, 3]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new STFT({ unknownOption: 1 } as never)).toThrow(/STFT: .* Received: `unknownOption`/);
  });
});
