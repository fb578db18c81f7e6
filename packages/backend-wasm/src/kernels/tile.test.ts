import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** Element `place` of the result by the place in `x` that its coordinates come back to. */
function tiled(values: ArrayLike<number>, shape: readonly number[], reps: readonly number[]): number[] {
  const outShape = shape.map((length, axis) => length * reps[axis]!);
  return Array.from({ length: tf.util.sizeFromShape(outShape) }, (_, place) => {
    let [rest, from, step] = [place, 0, 1];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += ((rest % outShape[axis]!) % shape[axis]!) * step;
      rest = Math.floor(rest / outShape[axis]!);
      step *= shape[axis]!;
    }
    return values[from]!;
  });
}

onThreads('Tile', (sameBits) => {
  test.each([
    [[3], [4]],
    [[1], [700]],
    [
      [1, 5],
      [300, 1],
    ],
    [
      [5, 1],
      [1, 300],
    ],
    [
      [4, 1, 16],
      [1, 256, 1],
    ],
    [
      [4, 1, 5],
      [1, 7, 1],
    ],
    [
      [2, 3, 4],
      [3, 2, 2],
    ],
    [
      [1, 2, 1, 3],
      [5, 1, 3, 1],
    ],
    [
      [2, 1, 2, 1, 2, 1],
      [1, 2, 1, 2, 1, 2],
    ],
    [
      [2, 2, 2, 2, 2, 2],
      [2, 2, 2, 2, 2, 2],
    ],
    [
      [2, 3],
      [1, 1],
    ],
    [
      [2, 3],
      [0, 2],
    ],
    [
      [0, 3],
      [2, 2],
    ],
  ])('repeats %j by %j', (shape, reps) => {
    const x = numbers(shape);
    const y = tf.tile(x, reps);
    expect(y.shape).toEqual(shape.map((length, axis) => length * reps[axis]!));
    expect([...y.dataSync()]).toEqual(tiled(x.dataSync(), shape, reps));
    sameBits(`${shape} ${reps}`, y);
  });

  test('repeats integers and bools', () => {
    expect(tf.tile(tf.tensor2d([7, 8], [1, 2], 'int32'), [2, 2]).arraySync()).toEqual([
      [7, 8, 7, 8],
      [7, 8, 7, 8],
    ]);
    const y = tf.tile(tf.tensor3d([1, 0, 1], [1, 1, 3], 'bool'), [1, 3, 1]);
    expect(y.dtype).toBe('bool');
    expect([...y.dataSync()]).toEqual([1, 0, 1, 1, 0, 1, 1, 0, 1]);
    expect([...tf.tile(tf.tensor2d([1, 0], [2, 1], 'bool'), [1, 3]).dataSync()]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
