import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { CategoryEncoding } from './category-encoding';
import golden from './learned.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('CategoryEncoding', () => {
  goldenTests(golden, 'CategoryEncoding', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new CategoryEncoding({ numTokens: 3 });
    expect(CategoryEncoding.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new CategoryEncoding({ numTokens: 0 })).toThrow(/must be a positive integer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoryEncoding({ numTokens: 3, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
