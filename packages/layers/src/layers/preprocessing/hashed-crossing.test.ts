import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import { HashedCrossing } from './hashed-crossing';
import golden from './preprocessing.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('HashedCrossing', () => {
  goldenTests(golden, 'HashedCrossing', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new HashedCrossing({ numBins: 3 });
    expect(HashedCrossing.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new HashedCrossing({ numBins: 0 })).toThrow(/must be a positive integer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new HashedCrossing({ numBins: 3, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
