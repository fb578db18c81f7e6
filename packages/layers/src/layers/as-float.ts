import * as tf from '@tensorflow/tfjs-core';

/** Reads a tensor as float32, as Keras does where numbers meet a layer's weights; a float stays what it is. */
export function asFloat<T extends tf.Tensor>(tensor: T): T {
  return tensor.dtype === 'float32' ? tensor : tf.cast(tensor, 'float32');
}
