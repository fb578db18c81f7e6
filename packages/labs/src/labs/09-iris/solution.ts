// Lab 9, iris: a solution. Yours may look different; what counts is that every step passes.
// 实验 9，鸢尾花：一种解答。你的写法可以不同，只要每一步都通过。
import { gradientsOf, type Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/** Rows of four lengths, and the species of each, from 0. / 每行四个长度，以及每行的品种（从 0 数起）。 */
export interface Flowers {
  x: number[][];
  y: number[];
}

/** Step 1. One order for both: lengths and species stay together. / 两者用同一个顺序：长度和品种不分开。 */
export function reorder({ x, y }: Flowers, order: number[]): Flowers {
  return { x: order.map((place) => x[place]!), y: order.map((place) => y[place]!) };
}

/** Step 2. The one-hot row picks the logarithm that belongs to the label. / 独热行选出标签对应的对数。 */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const wanted = tf.oneHot(labels, logits.shape[1]);
  return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), 1))) as tf.Scalar;
}

/** Step 3. The gradient points uphill; the minus goes down. / 梯度指向上坡，减号使它下坡。 */
export function descend(model: Sequential, x: tf.Tensor2D, labels: tf.Tensor1D, rate: number): void {
  tf.tidy(() => {
    const { gradients } = gradientsOf(model.trainableWeights, () => ({
      loss: crossEntropy(model.apply(x, { training: true }) as tf.Tensor2D, labels),
    }));
    model.trainableWeights.forEach((weight, index) => {
      weight.assign(tf.sub(weight.read(), tf.mul(gradients[index]!, rate)));
    });
  });
}

/** Step 4. / 第 4 步。 */
export async function trainLoop(
  model: Sequential,
  x: tf.Tensor2D,
  labels: tf.Tensor1D,
  steps: number,
  rate: number,
): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const loss = tf.tidy(() => crossEntropy(model.apply(x) as tf.Tensor2D, labels));
    losses.push((await loss.data())[0]!);
    loss.dispose();
    descend(model, x, labels, rate);
  }
  return losses;
}

/** Step 5. / 第 5 步。 */
export function accuracy(logits: number[][], labels: number[]): number {
  const right = logits.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]);
  return right.length / labels.length;
}
