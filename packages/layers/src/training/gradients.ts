import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { getMask, setMask } from '../graph/masks';
import { flatten, packAs, type Tree } from '../graph/tree';
import type { Weight } from '../weight';

/** What {@link gradientsOf} gives: the caller owns the tensors. */
export interface Gradients<T extends Tree<tf.Tensor>> {
  loss: tf.Tensor;
  /** One per weight, null where the loss does not depend on it. */
  gradients: (tf.Tensor | null)[];
  /** What the function gave beside the loss. */
  outputs: T;
}

/**
 * The gradients of a loss with respect to weights: what a training loop of your own is made of. Keras and TensorFlow write
 * it with `tf.GradientTape`.
 *
 * Each layer called inside is differentiated; `outputs` takes out what you need afterwards, such as predictions.
 *
 * @example
 * const { loss, gradients } = gradientsOf(model.trainableWeights, () => {
 *   const predictions = model.apply(x, { training: true });
 *   return { loss: lossObject.apply(y, predictions), outputs: predictions };
 * });
 * optimizer.apply(gradients, model.trainableWeights);
 */
export function gradientsOf<T extends Tree<tf.Tensor>>(
  weights: readonly Weight[],
  compute: () => { loss: tf.Tensor; outputs?: T },
): Gradients<T> {
  let outputs: T | undefined;
  let kept: { tensor: tf.Tensor; mask: tf.Tensor | null }[] = [];
  const forward = () => {
    const result = compute();
    outputs = result.outputs;
    // The tape's scope ends before we are done with the outputs.
    kept = flatten(outputs ?? ([] as Tree<tf.Tensor>)).map((tensor) => {
      const mask = getMask(tensor);
      return { tensor: tf.keep(tf.clone(tensor)), mask: mask && tf.keep(tf.clone(mask)) };
    });
    return result.loss.rank === 0 ? result.loss : tf.sum(result.loss);
  };
  let loss: tf.Tensor;
  let gradients: (tf.Tensor | null)[];
  if (weights.length === 0) {
    loss = tf.tidy(forward);
    gradients = [];
  } else {
    const variables = weights.map(({ value }) => value as tf.Tensor);
    const result = differentiate(forward, variables);
    loss = result.value;
    gradients = result.grads.map((gradient) => gradient ?? null);
    if (gradients.every((gradient) => gradient === null)) {
      tf.dispose([loss, ...kept.flatMap(({ tensor, mask }) => [tensor, mask])] as tf.TensorContainer);
      throw noConnection();
    }
  }
  // Clones belong to the scope around, unlike kept tensors.
  const release = (tensor: tf.Tensor) => {
    const copy = tf.clone(tensor);
    tensor.dispose();
    return copy;
  };
  const released = kept.map(({ tensor, mask }) => {
    const copy = release(tensor);
    setMask(copy, mask && release(mask));
    return copy;
  });
  return { loss, gradients, outputs: packAs(outputs ?? [], released) as T };
}

/** TF.js keeps what it had saved for the derivative when the function throws; this gives it back. */
function differentiate(forward: () => tf.Tensor, variables: tf.Tensor[]): { value: tf.Tensor; grads: tf.Tensor[] } {
  const engine = tf.engine();
  try {
    return engine.gradients(forward, variables, undefined, true);
  } catch (error) {
    const { state } = engine;
    if (state.gradientDepth === 0 && state.activeTape) {
      for (const { saved } of state.activeTape) tf.dispose(saved);
      state.activeTape = [];
    }
    throw error;
  }
}

function noConnection(): TenlabError {
  return new TenlabError({
    code: 'no-gradients',
    expected: 'the loss must depend on the weights',
    received: inWords('one that none of them can change'),
    remedy: 'Compute the loss inside the function from the outputs of layers, without reading values to the host.',
  });
}
