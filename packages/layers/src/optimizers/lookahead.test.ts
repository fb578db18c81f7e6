import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Weight } from '../weight';
import { Lookahead } from './lookahead';
import { SGD } from './sgd';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Lookahead', () => {
  test('prints what the documentation of Lookahead says', () => {
    const optimizer = new Lookahead({ innerOptimizer: new SGD({ learningRate: 1 }), syncPeriod: 1 });
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    optimizer.apply([tf.scalar(1)], [weight]);
    expectClose(weight.read().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Lookahead({ unknownOption: 1 } as never)).toThrow(/Lookahead: .* Received: `unknownOption`/);
  });
});
