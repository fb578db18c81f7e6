import type * as tf from '@tensorflow/tfjs-core';

/**
 * What `'accuracy'` and `'crossentropy'` stand for, told by the shapes: one output is yes or no; labels with an axis less
 * than the predictions (or of length 1) are class numbers; else they are one-hot. Keras: `is_binary_or_sparse_categorical`.
 */
export function labelKind(yTrue: tf.Tensor, yPred: tf.Tensor): 'binary' | 'sparse_categorical' | 'categorical' {
  const classes = yPred.shape.at(-1) ?? 1;
  if (classes === 1) return 'binary';
  return yTrue.rank < yPred.rank || yTrue.shape.at(-1) === 1 ? 'sparse_categorical' : 'categorical';
}
