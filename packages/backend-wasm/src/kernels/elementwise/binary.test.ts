import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../../testing/numbers';
import { onThreads } from '../../testing/on-threads';

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const arithmetic: [string, Binary, (x: number, y: number) => number][] = [
  ['add', tf.add, (x, y) => x + y],
  ['sub', tf.sub, (x, y) => x - y],
  ['mul', tf.mul, (x, y) => x * y],
  ['div', tf.div, (x, y) => x / y],
  ['maximum', tf.maximum, Math.max],
  ['minimum', tf.minimum, Math.min],
  ['squaredDifference', tf.squaredDifference, (x, y) => (x - y) ** 2],
  ['greater', tf.greater, (x, y) => Number(x > y)],
  ['greaterEqual', tf.greaterEqual, (x, y) => Number(x >= y)],
  ['less', tf.less, (x, y) => Number(x < y)],
  ['lessEqual', tf.lessEqual, (x, y) => Number(x <= y)],
  ['equal', tf.equal, (x, y) => Number(x === y)],
  ['notEqual', tf.notEqual, (x, y) => Number(x !== y)],
];

/** Shapes that are read element for element, as one value, in cycles, stretched, and by neither (through tfjs). */
const shapes: [number[], number[]][] = [
  [[1], [1]],
  [[3], [3]],
  [[1700], [1700]],
  [[513], []],
  [[2, 3, 5], [5]],
  [[7, 300], [300]],
  [
    [7, 1],
    [7, 300],
  ],
  [
    [3, 1, 1],
    [3, 20, 11],
  ],
  [
    [4, 1, 6],
    [4, 5, 6],
  ],
  [[0, 3], [3]],
];

onThreads('element-wise arithmetic', (sameBits) => {
  test.each(arithmetic)('%s is right for every way to broadcast', (name, operation, reference) => {
    for (const [shapeA, shapeB] of shapes) {
      const [a, b] = [numbers(shapeA), numbers(shapeB, 2)];
      const result = operation(a, b);
      const [wideA, wideB] = [a, b].map((tensor) => tf.broadcastTo(tensor, result.shape).dataSync());
      const expected = Float32Array.from(wideA!, (x, i) => Math.fround(reference(x, wideB![i]!)));
      expectClose(Float32Array.from(result.dataSync()), expected, { rtol: 1e-6 });
      sameBits(`${name} ${shapeA} ${shapeB}`, tf.cast(result, 'float32'));
    }
  });

  test('whole numbers stay exact beyond what a float holds', () => {
    const a = tf.tensor1d([2 ** 30 + 1, -5, 7, 16777217, 3], 'int32');
    const b = tf.tensor1d([1, 2, -3, 1, 3], 'int32');
    expect([...tf.add(a, b).dataSync()]).toEqual([2 ** 30 + 2, -3, 4, 16777218, 6]);
    expect([...tf.mul(b, b).dataSync()]).toEqual([1, 4, 9, 1, 9]);
    expect([...tf.equal(a, tf.tensor1d([2 ** 30, -5, 7, 16777216, 3], 'int32')).dataSync()]).toEqual([0, 1, 1, 0, 1]);
  });

  test('NaN spreads, and is equal to nothing', () => {
    const a = tf.tensor1d([Number.NaN, 1, Number.NaN, 4, 5]);
    const b = tf.tensor1d([1, Number.NaN, Number.NaN, 4, 6]);
    for (const operation of [tf.add, tf.maximum, tf.minimum] as Binary[]) {
      expect([...operation(a, b).dataSync()].slice(0, 3).every(Number.isNaN)).toBe(true);
    }
    expect([...tf.equal(a, b).dataSync()]).toEqual([0, 0, 0, 1, 0]);
  });

  test('powers keep the digits that 1 - beta^t of an optimizer needs', () => {
    const bases = [0.9, 0.999, 2, -2, -2, 0, 0, 1, 5, 0.5];
    const exponents = [3, 1, 10, 3, 0.5, 0, -1, 9, 0, -2];
    const result = tf.pow(tf.tensor1d(bases), tf.tensor1d(exponents)).dataSync();
    const expected = bases.map((base, i) => Math.fround(Math.fround(base) ** exponents[i]!));
    expect([...result]).toEqual(expected);
  });
});
