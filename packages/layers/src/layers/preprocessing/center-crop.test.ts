import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { CenterCrop } from './center-crop';
import golden from './learned.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('CenterCrop', () => {
  goldenTests(golden, 'CenterCrop', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new CenterCrop({ height: 3, width: 3 });
    expect(CenterCrop.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new CenterCrop({ height: 0, width: 2 })).toThrow(/must be a positive integer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new CenterCrop({ height: 3, width: 3, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
