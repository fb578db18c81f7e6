import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectWeightsFit } from './expect-weights-fit';

beforeAll(async () => {
  await useBackend('cpu');
});

const check = (weights: number[], values: number[]) => () =>
  expectWeightsFit('Loss', tf.zeros(weights), tf.zeros(values));

describe('expectWeightsFit', () => {
  test('lets one weight per sample, per loss, and for all pass', () => {
    expect(check([4], [4])).not.toThrow();
    expect(check([4, 1], [4, 3])).not.toThrow();
    expect(check([4, 3], [4, 3])).not.toThrow();
    expect(check([], [4])).not.toThrow();
  });

  test('refuses what would make more losses, or cannot be multiplied', () => {
    expect(check([4, 4], [4])).toThrow(/fit the losses, of shape \(4,\). Received: shape \(4, 4\). Give one weight/);
    expect(check([3], [4])).toThrow(/shape \(3,\)/);
    expect(check([4], [4, 3])).toThrow(/shape \(4,\). Give one weight per sample/);
  });
});
