import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { Huber, huber } from './huber';
import golden from './losses.golden.json';

describe('Huber', () => {
  goldenTests(golden, 'Huber', runLossCase);

  test('prints what the documentation of huber says', () => {
    expectClose(huber(tf.tensor2d([[0, 0]]), tf.tensor2d([[0.5, 3]])), [1.3125], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of Huber says', () => {
    expectClose(new Huber().apply(tf.tensor2d([[0, 0]]), tf.tensor2d([[0.5, 3]])), 1.3125, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Huber({ unknownOption: 1 } as never)).toThrow(/Huber: .* Received: `unknownOption`/);
  });
});
