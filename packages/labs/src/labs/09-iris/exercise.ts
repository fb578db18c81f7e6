// Lab 9, iris: the exercise. Fill in what says TODO, then run `npx tenlab check iris`.
// 实验 9，鸢尾花：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check iris --lang zh`。
import type { Sequential } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';

/** Rows of four lengths, and the species of each, from 0. / 每行四个长度，以及每行的品种（从 0 数起）。 */
export interface Flowers {
  x: number[][];
  y: number[];
}

/** Step 1. Brings rows and species into the order given: the flower at place `order[0]` comes first. / 第 1 步：按给定顺序排列：位置 `order[0]` 的花排第一。 */
export function reorder(flowers: Flowers, order: number[]): Flowers {
  throw new Error(`TODO: bring ${flowers.y.length} flowers into an order of ${order.length}`);
}

/**
 * Step 2. Cross-entropy: `-log softmax(logits)[label]`, the mean over the rows. `tf.logSoftmax` and `tf.oneHot` help.
 *
 * 第 2 步：交叉熵：`-log softmax(logits)[label]`，各行取平均。可用 `tf.logSoftmax` 和 `tf.oneHot`。
 */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  throw new Error(`TODO: compare ${logits.shape} with ${labels.shape}`);
}

/**
 * Step 3. One step of gradient descent, for every weight: `w ← w - rate · ∂loss/∂w`. `gradientsOf(model.trainableWeights, …)` gives the
 * gradients; a weight has `read()` and `assign(…)`.
 *
 * 第 3 步：一步梯度下降，对每个权重：`w ← w - rate · ∂loss/∂w`。`gradientsOf(model.trainableWeights, …)` 给出梯度；权重有 `read()` 和 `assign(…)`。
 */
export function descend(model: Sequential, x: tf.Tensor2D, labels: tf.Tensor1D, rate: number): void {
  throw new Error(`TODO: move ${model.trainableWeights.length} weights by ${rate} on ${x.shape} and ${labels.shape}`);
}

/** Step 4. The loop: so many steps over all flowers, with the loss before each of them in a list. / 第 4 步：循环：对所有花走若干步，返回每步之前的损失。 */
export async function trainLoop(
  model: Sequential,
  x: tf.Tensor2D,
  labels: tf.Tensor1D,
  steps: number,
  rate: number,
): Promise<number[]> {
  throw new Error(`TODO: ${steps} steps of ${rate} for ${model.name} on ${x.shape} and ${labels.shape}`);
}

/** Step 5. The share of rows whose largest logit stands at the label, from 0 to 1. / 第 5 步：最大 logit 恰在标签位置的行所占的比例，0 到 1。 */
export function accuracy(logits: number[][], labels: number[]): number {
  throw new Error(`TODO: compare ${logits.length} rows with ${labels.length} labels`);
}
