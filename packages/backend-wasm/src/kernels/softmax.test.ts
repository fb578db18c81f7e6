import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { compileStep } from '../program/compile-step';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import type { WasmBackend } from '../wasm-backend';

/** Row by row, in float64. */
function plainSoftmax(values: ArrayLike<number>, columns: number): number[] {
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, column) => values[row * columns + column]!),
  );
  return rows.flatMap((row) => {
    const powers = row.map((x) => Math.exp(x - Math.max(...row)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}

onThreads('Softmax', (sameBits) => {
  test.each([[[1]], [[7]], [[1, 5]], [[3, 1]], [[5, 10]], [[2, 3, 19]], [[65, 64]], [[1, 2000]]])(
    'is right for shape %j',
    (shape) => {
      const x = numbers(shape);
      const y = tf.softmax(x);
      expect(y.shape).toEqual(shape);
      expectClose(y.dataSync(), plainSoftmax(x.dataSync(), shape.at(-1)!), { rtol: 1e-5, atol: 1e-7 });
      sameBits(`softmax ${shape}`, y);
    },
  );

  test('stays finite for large values, and frees what it needs', () => {
    const x = tf.tensor2d([1000, 1000, -1000, 0], [2, 2]);
    const before = tf.memory().numTensors;
    const y = tf.softmax(x);
    expectClose(y.dataSync(), [0.5, 0.5, 0, 1]);
    expect(tf.memory().numTensors).toBe(before + 1);
  });

  test('is no call back into JavaScript in a program', () => {
    const step = compileStep(tf.backend() as WasmBackend, (x: tf.Tensor) => tf.softmax(tf.mul(x, 2)));
    const x = tf.tensor2d([0, 1, 2, 3], [2, 2]);
    for (let run = 0; run < 4; run++) {
      const y = step(x) as tf.Tensor;
      expectClose(y.dataSync(), plainSoftmax([0, 2, 4, 6], 2));
    }
    expect(step.explain()).toContain(' 0 of them calls back into JavaScript');
    step.dispose();
  });
});
