import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Lamb } from './lamb';
import golden from './optimizers.golden.json';

describe('Lamb', () => {
  goldenTests(golden, 'Lamb', runOptimizerCase);

  test('prints what the documentation of Lamb says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(4) });
    new Lamb({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [3.6], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Lamb({ unknownOption: 1 } as never)).toThrow(/Lamb: .* Received: `unknownOption`/);
  });
});
