import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** Elements by plain indexing: along each axis from `begin` on, `count` of them, `stride` apart. */
function taken(x: tf.Tensor, axes: [begin: number, count: number, stride: number][]): number[] {
  const values = x.dataSync();
  const steps = [...tf.util.computeStrides(x.shape), 1];
  const out: number[] = [];
  const walk = (axis: number, offset: number) => {
    const [begin, count, stride] = axes[axis] ?? [0, 0, 0];
    if (axis === x.rank) out.push(values[offset]!);
    else for (let i = 0; i < count; i++) walk(axis + 1, offset + (begin + i * stride) * steps[axis]!);
  };
  walk(0, 0);
  return out;
}

onThreads('StridedSlice', (sameBits) => {
  test('walks forwards and backwards', () => {
    const x = numbers([5, 6, 7]);
    const y = tf.stridedSlice(x, [4, 1, 0], [0, 6, 7], [-2, 2, 3]);
    expect(y.shape).toEqual([2, 3, 3]);
    expectClose(
      y.dataSync(),
      taken(x, [
        [4, 2, -2],
        [1, 3, 2],
        [0, 3, 3],
      ]),
    );
    sameBits('three axes', y);
  });

  test('takes runs of neighbours', () => {
    const x = numbers([50, 3, 40]);
    const y = tf.stridedSlice(x, [1, 0, 0], [50, 3, 40], [3, 1, 1]);
    expectClose(
      y.dataSync(),
      taken(x, [
        [1, 17, 3],
        [0, 3, 1],
        [0, 40, 1],
      ]),
    );
    sameBits('runs', y);
  });

  // numpy: x[::2, 1], x[..., np.newaxis, 2:], x[-2].
  test('drops, adds and leaves open axes as numpy does', () => {
    const x = numbers([5, 4]);
    expectClose(
      tf.stridedSlice(x, [3, 1], [0, 2], [2, 1], 1, 1, 0, 0, 2).dataSync(),
      taken(x, [
        [0, 3, 2],
        [1, 1, 1],
      ]),
    );
    const added = tf.stridedSlice(x, [0, 0, 2], [0, 0, 0], [1, 1, 1], 0, 4, 1, 2, 0);
    expect(added.shape).toEqual([5, 1, 2]);
    expectClose(
      added.dataSync(),
      taken(x, [
        [0, 5, 1],
        [2, 2, 1],
      ]),
    );
    expectClose(
      tf.stridedSlice(x, [-2], [0], [1], 0, 0, 0, 0, 1).dataSync(),
      taken(x, [
        [3, 1, 1],
        [0, 4, 1],
      ]),
    );
  });

  test('takes nothing where nothing is asked for, and integers and bools', () => {
    expect(tf.stridedSlice(numbers([4]), [2], [2], [1]).shape).toEqual([0]);
    expect(tf.stridedSlice(tf.tensor1d([1, 2, 3, 4, 5], 'int32'), [4], [0], [-2]).arraySync()).toEqual([5, 3]);
    expect(tf.stridedSlice(tf.tensor1d([1, 0, 0, 1, 1], 'bool'), [0], [5], [2]).arraySync()).toEqual([1, 0, 1]);
  });
});
