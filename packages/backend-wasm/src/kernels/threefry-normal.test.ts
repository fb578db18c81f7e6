import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../testing/on-threads';

const NAMES = ['ThreefryNormal', 'ThreefryTruncatedNormal'] as const;

function draw(name: (typeof NAMES)[number], state: number[], shape: number[]): tf.Tensor {
  return tf.engine().runKernel(name, { state: tf.tensor1d(state, 'int32') }, { shape });
}

onThreads('ThreefryNormal', (sameBits) => {
  // Random123's known answers are the words 0x6b200159 and 0x99ba4efe. Python 3.11 for a word w and p = (w + 0.5) / 2**32:
  // statistics.NormalDist().inv_cdf(p), cut off inv_cdf(0.5 + (p - 0.5) * 0.9544997361036416).
  test.each([
    ['ThreefryNormal', [-0.20584213953955213, 0.25463915609248866]],
    ['ThreefryTruncatedNormal', [-0.19635199242422435, 0.2428168468866297]],
  ] as const)('%s gives the normal values of the published words', (name, expected) => {
    expect([...draw(name, [0, 0, 0], [2]).dataSync()]).toEqual(expected.map(Math.fround));
  });

  test.each(NAMES)('%s draws the first of a long draw, whatever the size', (name) => {
    const long = draw(name, [5, -9, 2 ** 31 - 1], [1024]).dataSync();
    for (const size of [0, 1, 2, 3, 7, 8, 9, 1000]) {
      const y = draw(name, [5, -9, 2 ** 31 - 1], [size]);
      expect([...y.dataSync()]).toEqual([...long.slice(0, size)]);
      sameBits(`${name} ${size}`, y);
    }
  });

  test('has the tails of a normal distribution, and none beyond two where they are cut off', () => {
    const beyondTwo = (name: (typeof NAMES)[number]) =>
      draw(name, [1, 2, 3], [100_000])
        .dataSync()
        .filter((value) => Math.abs(value) > 2).length;
    // 4550 are expected; 5 standard deviations are 330.
    expect(Math.abs(beyondTwo('ThreefryNormal') - 4550)).toBeLessThan(330);
    expect(beyondTwo('ThreefryTruncatedNormal')).toBe(0);
  });

  test('refuses a state that is none', () => {
    const state = tf.tensor1d([1, 2], 'int32');
    expect(() => tf.engine().runKernel('ThreefryNormal', { state }, { shape: [2] })).toThrow(
      /ThreefryNormal: `state` must be three int32/,
    );
  });
});
