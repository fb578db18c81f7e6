import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Weight } from '../weight';
import { LossScaleOptimizer } from './loss-scale-optimizer';
import { SGD } from './sgd';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('LossScaleOptimizer', () => {
  test('prints what the documentation of LossScaleOptimizer says', () => {
    const optimizer = new LossScaleOptimizer({ innerOptimizer: new SGD({ learningRate: 1 }), initialScale: 8 });
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    optimizer.apply([tf.scalar(4)], [weight]);
    expectClose(weight.read().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new LossScaleOptimizer({ unknownOption: 1 } as never)).toThrow(
      /LossScaleOptimizer: .* Received: `unknownOption`/,
    );
  });
});
