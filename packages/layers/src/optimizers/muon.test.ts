import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Muon } from './muon';
import golden from './optimizers.golden.json';

describe('Muon', () => {
  goldenTests(golden, 'Muon', runOptimizerCase);

  test('prints what the documentation of Muon says', () => {
    const weight = new Weight({ name: 'w', shape: [2, 2], value: tf.zeros([2, 2]) });
    new Muon({ learningRate: 0.1 }).apply([tf.eye(2)], [weight]);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Muon({ unknownOption: 1 } as never)).toThrow(/Muon: .* Received: `unknownOption`/);
  });
});
