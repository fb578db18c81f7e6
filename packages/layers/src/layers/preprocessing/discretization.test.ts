import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Discretization } from './discretization';
import golden from './learned.golden.json';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Discretization', () => {
  goldenTests(golden, 'Discretization', runLayerCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new Discretization({ numBins: 3 });
    expect(Discretization.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new Discretization({})).toThrow(/must be given/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Discretization({ numBins: 3, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
