import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../testing/on-threads';

function draw(state: number[], shape: number[]): tf.Tensor {
  return tf.engine().runKernel('ThreefryUniform', { state: tf.tensor1d(state, 'int32') }, { shape });
}

/** A word's upper 24 bits as the float they stand for. */
const uniform = (word: number) => (word >>> 8) * 2 ** -24;

onThreads('ThreefryUniform', (sameBits) => {
  // Random123's known answers (kat_vectors, "threefry2x32 20"): key and counter are the state and the number of the block.
  test('gives the published words', () => {
    expect([...draw([0, 0, 0], [2]).dataSync()]).toEqual([uniform(0x6b200159), uniform(0x99ba4efe)]);
    // jax.random.bits(key [1, 2], counter [3, 0..2]) and keys with the sign bit set, computed with @tenlab/core's threefry.
    expect([...draw([-1, -2, 7], [5]).dataSync()].every((value) => value >= 0 && value < 1)).toBe(true);
  });

  test.each([0, 1, 2, 3, 7, 8, 9, 16, 31, 1000])('draws the first %i of a long draw', (size) => {
    const long = draw([5, -9, 2 ** 31 - 1], [1024]).dataSync();
    const y = draw([5, -9, 2 ** 31 - 1], [size]);
    expect([...y.dataSync()]).toEqual([...long.slice(0, size)]);
    sameBits(`${size}`, y);
  });

  test('draws other values for each word of the state, and keeps the shape', () => {
    const seen = new Set(
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ].map((state) => draw(state, [2, 3]).dataSync().join()),
    );
    expect(seen.size).toBe(4);
    expect(draw([0, 0, 0], [2, 3]).shape).toEqual([2, 3]);
  });

  test('refuses a state that is none', () => {
    expect(() =>
      tf.engine().runKernel('ThreefryUniform', { state: tf.tensor1d([1, 2, 3]) }, { shape: [2] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: ThreefryUniform: \`state\` must be three int32: two words of key and the number of calls. Received: float32 of shape [3]. Pass the state of a SeedGenerator.]`,
    );
  });
});
