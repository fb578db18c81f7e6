// Lab 7, tensors, devices, your own data: the exercise. Fill in what says TODO, then run `npx tenlab check tensors-devices`.
// 实验 7，张量、设备与自己的数据：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check tensors-devices --lang zh`。
import type { Dataset } from '@tenlab/datasets';
import type * as tf from '@tensorflow/tfjs-core';

/** A point of the plane, and which of two kinds it is of. / 平面上的点及其类别。 */
export interface Point {
  x: number;
  y: number;
  kind: number;
}

/** Step 1. The shape of the sum of two tensors; null where they do not go together. / 第 1 步：两个张量之和的形状；不能相加时为 null。 */
export function shapeOfSum(a: number[], b: number[]): number[] | null {
  throw new Error(`TODO: [${a}] + [${b}]`);
}

/** Step 2. The class of each row: the place of its largest number. / 第 2 步：每行的类别：最大数所在的位置。 */
export function classesOf(answers: tf.Tensor2D): number[] {
  throw new Error(`TODO: read [${answers.shape}]`);
}

/** Step 3. Each label as a row of zeros with a single one. / 第 3 步：把每个标签变成只有一个 1 的一行。 */
export function oneHot(labels: number[], classes: number): number[][] {
  throw new Error(`TODO: ${labels.length} labels of ${classes} classes`);
}

/** Step 4. Negative numbers become 0, the others stay; by `tf.where`, as a new tensor. / 第 4 步：负数变成 0，其余不变；用 `tf.where`，返回新张量。 */
export function withoutNegatives(x: tf.Tensor): tf.Tensor {
  throw new Error(`TODO: choose among ${x.size} numbers`);
}

/**
 * Step 5. A data set of points for `fit`: each as `[Float32Array of x and y, kind]`, shuffled with the seed 1, in batches.
 *
 * 第 5 步：供 `fit` 使用的数据集：每个点变成 `[x 和 y 的 Float32Array, kind]`，用种子 1 打乱，再分批。
 */
export function pipeline(points: Point[], batchSize: number): Dataset<unknown> {
  throw new Error(`TODO: ${points.length} points in batches of ${batchSize}`);
}
