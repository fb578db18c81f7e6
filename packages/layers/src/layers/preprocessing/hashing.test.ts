import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import { Hashing } from './hashing';
import golden from './preprocessing.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Hashing', () => {
  goldenTests(golden, 'Hashing', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new Hashing({ numBins: 3 });
    expect(Hashing.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new Hashing({ numBins: 0 })).toThrow(/must be a positive integer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Hashing({ numBins: 3, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
