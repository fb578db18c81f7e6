import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Weight } from '../weight';
import { share } from './confusion-curve';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('share', () => {
  test('is part of the whole, and 0 of nothing', () => {
    const part = new Weight({ name: 'part', shape: [2], value: tf.tensor1d([1, 0]) });
    const rest = new Weight({ name: 'rest', shape: [2], value: tf.tensor1d([3, 0]) });
    expectClose(share(part, rest), [0.25, 0]);
  });
});
