import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Weight } from '../weight';
import { Optimizer } from './optimizer';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('optimizer', () => {
  test('prints what the documentation of Optimizer says', () => {
    class GradientDescent extends Optimizer {
      protected override updateStep(gradient: tf.Tensor, weight: Weight, learningRate: tf.Tensor) {
        this.assign(weight, tf.sub(weight.read(), tf.mul(learningRate, gradient)));
      }
    }
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new GradientDescent({ learningRate: 0.5 }).apply([tf.scalar(1)], [weight]);
    expectClose(weight.read().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });
});
