import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runOptimizerCase } from '../../../../tools/conformance/optimizers';
import { Weight } from '../weight';
import golden from './optimizers.golden.json';
import { ScheduleFreeAdamW } from './schedule-free-adamw';

describe('ScheduleFreeAdamW', () => {
  goldenTests(golden, 'ScheduleFreeAdamW', runOptimizerCase);

  test('prints what the documentation of ScheduleFreeAdamW says', () => {
    const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
    new ScheduleFreeAdamW({ learningRate: 0.1 }).apply([tf.scalar(2)], [weight]);
    expectClose(weight.read().dataSync(), [0.9], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new ScheduleFreeAdamW({ unknownOption: 1 } as never)).toThrow(
      /ScheduleFreeAdamW: .* Received: `unknownOption`/,
    );
  });
});
