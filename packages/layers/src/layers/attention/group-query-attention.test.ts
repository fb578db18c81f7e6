import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import queryMasks from '../more-layers.golden.json';
import golden from './attention.golden.json';
import { GroupQueryAttention } from './group-query-attention';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('GroupQueryAttention', () => {
  goldenTests(golden, 'GroupQueryAttention', runLayerCase);
  // With masks of the query, which MultiHeadAttention does not take.
  goldenTests(queryMasks, 'GroupQueryAttention', runLayerCase);

  test('refuses heads that do not divide', () => {
    expect(() => new GroupQueryAttention({ headDim: 2, numQueryHeads: 3, numKeyValueHeads: 2 })).toThrow(
      /must be a multiple/,
    );
  });
});
