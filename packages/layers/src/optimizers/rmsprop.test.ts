import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import golden from './optimizers.golden.json';
import { RMSprop } from './rmsprop';

describe('RMSprop', () => {
  goldenTests(golden, 'RMSprop', runOptimizerCase);

  test('prints what the documentation of RMSprop says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new RMSprop({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.6838], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new RMSprop({ unknownOption: 1 } as never)).toThrow(/RMSprop: .* Received: `unknownOption`/);
  });
});
