import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { LearningRateSchedule } from './learning-rate-schedule';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('learning-rate-schedule', () => {
  test('prints what the documentation of LearningRateSchedule says', () => {
    class Halving extends LearningRateSchedule {
      override call(step: tf.Tensor) {
        return tf.pow(0.5, step);
      }
      override getConfig() {
        return {};
      }
    }
    expectClose(new Halving().values([0, 1, 2]), [1, 0.5, 0.25], { rtol: 0, atol: 6e-5 });
  });
});
