import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Ftrl } from './ftrl';
import golden from './optimizers.golden.json';

describe('Ftrl', () => {
  goldenTests(golden, 'Ftrl', runOptimizerCase);

  test('prints what the documentation of Ftrl says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new Ftrl({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.7451], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Ftrl({ unknownOption: 1 } as never)).toThrow(/Ftrl: .* Received: `unknownOption`/);
  });
});
