import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Nadam } from './nadam';
import golden from './optimizers.golden.json';

describe('Nadam', () => {
  goldenTests(golden, 'Nadam', runOptimizerCase);

  test('prints what the documentation of Nadam says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new Nadam({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.8937], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Nadam({ unknownOption: 1 } as never)).toThrow(/Nadam: .* Received: `unknownOption`/);
  });
});
