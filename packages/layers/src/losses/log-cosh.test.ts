import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { LogCosh, logCosh } from './log-cosh';
import golden from './losses.golden.json';

describe('LogCosh', () => {
  goldenTests(golden, 'LogCosh', runLossCase);

  test('prints what the documentation of logCosh says', () => {
    expectClose(logCosh(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]])), [0.2169], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of LogCosh says', () => {
    expectClose(new LogCosh().apply(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]])), 0.2169, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new LogCosh({ unknownOption: 1 } as never)).toThrow(/LogCosh: .* Received: `unknownOption`/);
  });
});
