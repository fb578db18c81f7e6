import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Dense } from '../core/dense';
import { TimeDistributed } from './time-distributed';
import golden from './wrappers.golden.json';
import '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('TimeDistributed', () => {
  goldenTests(golden, 'TimeDistributed', runLayerCase);

  test('refuses what is no layer, and a mask that does not fit', () => {
    expect(() => new TimeDistributed({ layer: 1 } as never)).toThrow(/`layer` must be a layer/);
    const layer = new TimeDistributed({ layer: new Dense({ units: 8 }) });
    expect(layer.apply(tf.zeros([2, 5, 3])).shape).toEqual([2, 5, 8]);
    const mask = tf.zeros([2, 4], 'bool');
    expect(() => layer.apply(tf.zeros([2, 5, 3]), { mask })).toThrow(/`mask` must be a tensor of shape \(2, 5\)/);
  });
});
