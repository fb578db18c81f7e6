import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import golden from './preprocessing.golden.json';
import { StringLookup } from './string-lookup';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('StringLookup', () => {
  goldenTests(golden, 'StringLookup', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new StringLookup({});
    expect(StringLookup.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new StringLookup({ vocabulary: ['a', 'a'] })).toThrow(/each once/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new StringLookup({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
