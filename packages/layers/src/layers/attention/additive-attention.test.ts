import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AdditiveAttention } from './additive-attention';
import golden from './attention.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('AdditiveAttention', () => {
  goldenTests(golden, 'AdditiveAttention', runLayerCase);

  test('refuses an option it does not know', () => {
    expect(() => new AdditiveAttention({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
