import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './learned.golden.json';
import { Normalization } from './normalization';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Normalization', () => {
  goldenTests(golden, 'Normalization', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new Normalization({});
    expect(Normalization.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new Normalization({ mean: 0 })).toThrow(/must be given together/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Normalization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
