import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Adagrad } from './adagrad';
import golden from './optimizers.golden.json';

describe('Adagrad', () => {
  goldenTests(golden, 'Adagrad', runOptimizerCase);

  test('prints what the documentation of Adagrad says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.9], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Adagrad({ unknownOption: 1 } as never)).toThrow(/Adagrad: .* Received: `unknownOption`/);
  });
});
