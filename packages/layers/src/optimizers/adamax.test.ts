import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { Adamax } from './adamax';
import golden from './optimizers.golden.json';

describe('Adamax', () => {
  goldenTests(golden, 'Adamax', runOptimizerCase);

  test('prints what the documentation of Adamax says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new Adamax({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.9], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Adamax({ unknownOption: 1 } as never)).toThrow(/Adamax: .* Received: `unknownOption`/);
  });
});
