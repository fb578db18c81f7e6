import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import { IntegerLookup } from './integer-lookup';
import golden from './preprocessing.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('IntegerLookup', () => {
  goldenTests(golden, 'IntegerLookup', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new IntegerLookup({});
    expect(IntegerLookup.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new IntegerLookup({ maxTokens: 1 })).toThrow(/`maxTokens` must be/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new IntegerLookup({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
