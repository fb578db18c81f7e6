import { randomPermutation, scope } from '@tenlab/core';
import type { Callback } from '@tenlab/layers';
import { gradientsOf, type Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { handLoop } from '../shared/hand-loop';
import type { Flowers } from './iris-data';

/** A loss: what the network says of some flowers, and what they are, to one number. */
export type LossFunction = (output: tf.Tensor, labels: tf.Tensor1D) => tf.Scalar;

/**
 * Cross-entropy from logits, the mean over the rows: `-log softmax(z)[label]`. It is large where little probability is given
 * to the species that it is.
 */
export function crossEntropy(logits: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  const wanted = tf.oneHot(labels, logits.shape.at(-1)!);
  return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1))) as tf.Scalar;
}

/** The mean of the squared differences between probabilities and one-hot rows, which the bare version makes small. */
export function squaredError(probabilities: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  const wanted = tf.oneHot(labels, probabilities.shape.at(-1)!);
  return tf.mean(tf.square(tf.sub(probabilities, wanted)));
}

/**
 * One step of gradient descent: `w ← w - rate * ∂loss/∂w` for every weight. Returns the loss before the step.
 */
export function descend(
  model: Sequential,
  loss: LossFunction,
  x: tf.Tensor,
  labels: tf.Tensor1D,
  rate: number,
): tf.Scalar {
  return scope(() => {
    const found = gradientsOf(model.trainableWeights, () => ({
      loss: loss(model.apply(x, { training: true }) as tf.Tensor, labels),
    }));
    model.trainableWeights.forEach((weight, index) => {
      const gradient = found.gradients[index];
      if (gradient) weight.assign(tf.sub(weight.read(), tf.mul(gradient, rate)));
    });
    return found.loss as tf.Scalar;
  });
}

/** Loss and accuracy on some flowers. */
export async function measure(
  model: Sequential,
  loss: LossFunction,
  { x, y }: Flowers,
): Promise<{ loss: number; accuracy: number }> {
  const [lossTensor, rightTensor] = scope(() => {
    const labels = tf.tensor1d(Int32Array.from(y), 'int32');
    const output = model.apply(tf.tensor2d(x.data, x.shape)) as tf.Tensor;
    return [loss(output, labels), tf.mean(tf.cast(tf.equal(tf.argMax(output, -1), labels), 'float32'))];
  });
  const [[lossValue], [accuracy]] = (await Promise.all([lossTensor!.data(), rightTensor!.data()])) as [
    Float32Array,
    Float32Array,
  ];
  tf.dispose([lossTensor!, rightTensor!]);
  return { loss: lossValue!, accuracy: accuracy! };
}

export interface HandTraining {
  loss: LossFunction;
  rate: number;
  epochs: number;
  batchSize: number;
  /** Orders the rows anew for each epoch. */
  seed: number;
  callbacks: readonly Callback[];
}

/** The whole loop: for each epoch, for each batch, one step down; then a look at how good the network has become. */
export async function trainByHand(
  model: Sequential,
  flowers: Flowers,
  options: HandTraining,
): Promise<Record<string, number[]>> {
  const { loss, rate, epochs, batchSize, seed, callbacks } = options;
  const rows = flowers.y.length;
  const x = tf.tensor2d(flowers.x.data, flowers.x.shape);
  const labels = tf.tensor1d(Int32Array.from(flowers.y), 'int32');
  let order = randomPermutation(rows, seed);
  try {
    return await handLoop({
      callbacks,
      model,
      epochs,
      steps: Math.ceil(rows / batchSize),
      step: (at, epoch) => {
        if (at === 0) order = randomPermutation(rows, seed + epoch);
        // One order for both: lengths and species stay together.
        const chosen = order.slice(at * batchSize, (at + 1) * batchSize);
        scope(() => {
          const indices = tf.tensor1d(chosen, 'int32');
          descend(model, loss, tf.gather(x, indices), tf.gather(labels, indices), rate);
        });
      },
      endEpoch: async () => measure(model, loss, flowers),
    });
  } finally {
    tf.dispose([x, labels]);
  }
}
