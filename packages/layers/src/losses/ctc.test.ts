import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { CTC, ctc } from './ctc';
import golden from './losses.golden.json';

describe('CTC', () => {
  goldenTests(golden, 'CTC', runLossCase);

  test('prints what the documentation of ctc says', () => {
    expectClose(ctc(tf.tensor2d([[1]], [1, 1], 'int32'), tf.zeros([1, 2, 2])), [0.2877], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of CTC says', () => {
    expectClose(new CTC().apply(tf.tensor2d([[1]], [1, 1], 'int32'), tf.zeros([1, 2, 2])), 0.2877, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CTC({ unknownOption: 1 } as never)).toThrow(/CTC: .* Received: `unknownOption`/);
  });
});
