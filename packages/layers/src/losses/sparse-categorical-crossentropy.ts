import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { logitsOf } from '../activations/logits';
import type { Config } from '../registry/config';
import { Loss, type LossOptions } from './loss';
import { clipProbabilities } from './probabilities';
import { sparseSoftmaxCrossEntropy } from './softmax-cross-entropy';

export interface SparseCategoricalCrossentropyTerms {
  /** Whether `yPred` are logits rather than probabilities. Default false. */
  fromLogits?: boolean;
  /** A label that is left out of the loss, such as the class of padding. Default null: none. */
  ignoreClass?: number | null;
  /** The axis of the classes; only the last one. Default -1. */
  axis?: number;
}

export interface SparseCategoricalCrossentropyOptions extends LossOptions, SparseCategoricalCrossentropyTerms {}

/**
 * `-log(p[label])` with `p = softmax(yPred)` from logits, or else of probabilities clipped to `[1e-7, 1 - 1e-7]` and then
 * normalised.
 *
 * Shapes: labels `[...]` or `[..., 1]` and `[..., classes]` to `[...]`. Where the label is `ignoreClass` the value is 0.
 * Keras: `keras.losses.sparse_categorical_crossentropy`.
 *
 * @example
 * sparseCategoricalCrossentropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.05, 0.95, 0]])).arraySync(); // [0.0513]
 */
export function sparseCategoricalCrossentropy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  { fromLogits = false, ignoreClass = null, axis = -1 }: SparseCategoricalCrossentropyTerms = {},
): tf.Tensor {
  const labels = labelsOf(yTrue, yPred, axis);
  const logits = fromLogits ? yPred : (logitsOf(yPred, -1) ?? tf.log(clipProbabilities(yPred)));
  if (ignoreClass === null) return sparseSoftmaxCrossEntropy(labels, logits);
  const counted = tf.cast(tf.notEqual(labels, ignoreClass), 'float32');
  const safeLabels = tf.mul(labels, tf.cast(counted, 'int32'));
  // What is ignored may hold anything, infinities too: 0 is put in its place before the loss sees it.
  const safeLogits = tf.where(tf.cast(tf.expandDims(counted, -1), 'bool'), logits, tf.zerosLike(logits));
  return tf.mul(sparseSoftmaxCrossEntropy(safeLabels, safeLogits), counted);
}

function labelsOf(yTrue: tf.Tensor, yPred: tf.Tensor, axis: number): tf.Tensor {
  if (axis !== -1 && axis !== yPred.rank - 1) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'sparseCategoricalCrossentropy',
      expected: '`axis` must be the last axis, -1',
      received: axis,
      remedy: 'Transpose `yPred` so that the classes come last.',
    });
  }
  const labels = yTrue.rank === yPred.rank && yTrue.shape.at(-1) === 1 ? tf.squeeze(yTrue, [-1]) : yTrue;
  if (!tf.util.arraysEqual(labels.shape, yPred.shape.slice(0, -1))) {
    throw new TenlabError({
      code: 'invalid-shape',
      place: 'sparseCategoricalCrossentropy',
      expected: `labels of shape [${yPred.shape.slice(0, -1)}] for predictions of shape [${yPred.shape}]`,
      received: yTrue.shape,
      remedy: 'Give one whole-number label per prediction; for one-hot targets use CategoricalCrossentropy.',
    });
  }
  return labels.dtype === 'int32' ? labels : tf.cast(labels, 'int32');
}

/**
 * Cross-entropy against whole-number labels, `-log(p[label])`.
 *
 * Keras class: `keras.losses.SparseCategoricalCrossentropy`.
 *
 * @example
 * const loss = new SparseCategoricalCrossentropy({ fromLogits: true });
 * loss.apply(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]])).arraySync(); // 0.6931
 */
export class SparseCategoricalCrossentropy extends Loss {
  static readonly className: string = 'SparseCategoricalCrossentropy';
  readonly fromLogits: boolean;
  readonly ignoreClass: number | null;
  readonly axis: number;

  constructor(options: SparseCategoricalCrossentropyOptions = {}) {
    super(options, ['fromLogits', 'ignoreClass', 'axis'], 'sparse_categorical_crossentropy');
    this.fromLogits = options.fromLogits ?? false;
    this.ignoreClass = options.ignoreClass ?? null;
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return sparseCategoricalCrossentropy(yTrue, yPred, this);
  }

  protected override outputMask(yTrue: tf.Tensor, values: tf.Tensor): tf.Tensor | null {
    if (this.ignoreClass === null) return null;
    return tf.notEqual(tf.reshape(tf.cast(yTrue, 'int32'), values.shape), this.ignoreClass);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), from_logits: this.fromLogits, ignore_class: this.ignoreClass };
  }
}
