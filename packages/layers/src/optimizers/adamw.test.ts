import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import { AdamW } from './adamw';
import golden from './optimizers.golden.json';

describe('AdamW', () => {
  goldenTests(golden, 'AdamW', runOptimizerCase);

  test('prints what the documentation of AdamW says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new AdamW({ learningRate: 0.1, weightDecay: 0.5 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.85], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new AdamW({ unknownOption: 1 } as never)).toThrow(/AdamW: .* Received: `unknownOption`/);
  });
});
