import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Weight } from '../weight';
import { areaUnderCurve } from './area-under-curve';
import type { CurveState } from './confusion-curve';

beforeAll(async () => {
  await useBackend('cpu');
});

/** Two positives above two negatives: any threshold between tells them apart. */
function perfect(): CurveState {
  const counts = (values: number[]) => new Weight({ name: 'counts', shape: [3], value: tf.tensor1d(values) });
  return {
    truePositives: counts([2, 2, 0]),
    falsePositives: counts([2, 0, 0]),
    trueNegatives: counts([0, 2, 2]),
    falseNegatives: counts([0, 0, 2]),
  };
}

describe('areaUnderCurve', () => {
  test('is 1 for a perfect ROC', () => {
    expectClose(tf.sum(areaUnderCurve(perfect(), 'ROC', 'interpolation')), 1);
  });

  test('bounds the interpolated area from both sides', () => {
    expectClose(tf.sum(areaUnderCurve(perfect(), 'ROC', 'minoring')), 1);
    expectClose(tf.sum(areaUnderCurve(perfect(), 'PR', 'majoring')), 1);
    expectClose(tf.sum(areaUnderCurve(perfect(), 'PR', 'minoring')), 0);
  });

  test('is 1 for a perfect precision-recall curve, which is not a straight line', () => {
    expectClose(tf.sum(areaUnderCurve(perfect(), 'PR', 'interpolation')), 1);
  });
});
