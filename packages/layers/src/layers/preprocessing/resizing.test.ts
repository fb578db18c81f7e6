import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './learned.golden.json';
import { Resizing } from './resizing';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Resizing', () => {
  goldenTests(golden, 'Resizing', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new Resizing({ height: 3, width: 3 });
    expect(Resizing.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new Resizing({ height: 2, width: 2, cropToAspectRatio: true, padToAspectRatio: true })).toThrow(
      /only one of/,
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new Resizing({ height: 3, width: 3, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
