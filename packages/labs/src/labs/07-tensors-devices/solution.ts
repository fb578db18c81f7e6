// Lab 7, tensors, devices, your own data: a solution. Yours may look different; what counts is that every step passes.
// 实验 7，张量、设备与自己的数据：一种解答。你的写法可以不同，只要每一步都通过。
import { Dataset } from '@tenlab/datasets';
import * as tf from '@tensorflow/tfjs-core';

/** A point of the plane, and which of two kinds it is of. / 平面上的点及其类别。 */
export interface Point {
  x: number;
  y: number;
  kind: number;
}

/** Step 1. From the last axis on; a missing axis counts as 1. / 从最后一个轴开始；缺少的轴算作 1。 */
export function shapeOfSum(a: number[], b: number[]): number[] | null {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 1; axis <= rank; axis++) {
    const [one, other] = [a.at(-axis) ?? 1, b.at(-axis) ?? 1];
    if (one !== other && one !== 1 && other !== 1) return null;
    shape.unshift(Math.max(one, other));
  }
  return shape;
}

/** Step 2. Axis 1 goes along a row. / 轴 1 沿着行。 */
export function classesOf(answers: tf.Tensor2D): number[] {
  return Array.from(tf.argMax(answers, 1).dataSync());
}

/** Step 3. / 第 3 步。 */
export function oneHot(labels: number[], classes: number): number[][] {
  return tf.oneHot(tf.tensor1d(labels, 'int32'), classes).arraySync() as number[][];
}

/** Step 4. / 第 4 步。 */
export function withoutNegatives(x: tf.Tensor): tf.Tensor {
  return tf.where(tf.greater(x, 0), x, tf.zerosLike(x));
}

/** Step 5. Shuffled before it is batched: otherwise whole batches change places. / 先打乱再分批，否则只是整批换位置。 */
export function pipeline(points: Point[], batchSize: number): Dataset<unknown> {
  return Dataset.fromIterable(points)
    .map(({ x, y, kind }): [Float32Array, number] => [Float32Array.of(x, y), kind])
    .shuffle(points.length, { seed: 1 })
    .batch(batchSize);
}
