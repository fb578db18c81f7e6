import * as tf from '@tensorflow/tfjs-core';

/**
 * Class numbers as one-hot vectors; a last axis of length 1 is taken off first. Keras: `keras.utils.to_categorical`.
 *
 * `numClasses` is by default one more than the largest number, which is then read on the host.
 *
 * @example
 * toCategorical(tf.tensor1d([0, 2], 'int32')).arraySync(); // [[1, 0, 0], [0, 0, 1]]
 */
export function toCategorical(x: tf.Tensor, { numClasses = null }: { numClasses?: number | null } = {}): tf.Tensor {
  return tf.tidy(() => {
    const depth = numClasses ?? (tf.max(x).dataSync()[0] as number) + 1;
    const shape = x.rank > 1 && x.shape.at(-1) === 1 ? x.shape.slice(0, -1) : x.shape;
    return tf.cast(tf.oneHot(tf.reshape(tf.cast(x, 'int32'), shape as [number]) as tf.Tensor1D, depth), 'float32');
  });
}
