import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Adafactor } from './adafactor';
import golden from './optimizers.golden.json';

describe('Adafactor', () => {
  goldenTests(golden, 'Adafactor', runOptimizerCase);

  test('prints what the documentation of Adafactor says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new Adafactor({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.9], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Adafactor({ unknownOption: 1 } as never)).toThrow(/Adafactor: .* Received: `unknownOption`/);
  });
});
