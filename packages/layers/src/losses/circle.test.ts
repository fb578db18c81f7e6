import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { Circle, circle } from './circle';
import golden from './losses.golden.json';

describe('Circle', () => {
  goldenTests(golden, 'Circle', runLossCase);

  test('prints what the documentation of circle says', () => {
    const embeddings = tf.tensor2d([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expectClose(circle(tf.tensor1d([0, 0, 1], 'int32'), embeddings, { gamma: 1 }), [0.5459, 0.5459, 0], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of Circle says', () => {
    const embeddings = tf.tensor2d([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expectClose(new Circle({ gamma: 1 }).apply(tf.tensor1d([0, 0, 1], 'int32'), embeddings), 0.5459, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Circle({ unknownOption: 1 } as never)).toThrow(/Circle: .* Received: `unknownOption`/);
  });
});
