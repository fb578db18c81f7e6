// Lab 8, autodiff and custom training: the exercise. Fill in what says TODO, then run `npx tenlab check autodiff`.
// 实验 8，自动微分与自定义训练：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check autodiff --lang zh`。
import type * as tf from '@tensorflow/tfjs-core';

/** A function of tensors. / 张量的函数。 */
export type Computed = (x: tf.Tensor) => tf.Tensor;

/** Step 1. The derivative of `f` at `x`, by the tape, as a number. / 第 1 步：用梯度带求 `f` 在 `x` 处的导数，结果是数。 */
export function derivative(f: Computed, x: number): number {
  throw new Error(`TODO: the derivative of ${f.name} at ${x}`);
}

/** Step 2. The second derivative. / 第 2 步：二阶导数。 */
export function secondDerivative(f: Computed, x: number): number {
  throw new Error(`TODO: the second derivative of ${f.name} at ${x}`);
}

/** Step 3. The mean of the squared differences, as a tensor without axes. / 第 3 步：差的平方的平均值，结果是没有轴的张量。 */
export function squaredError(predicted: tf.Tensor, y: tf.Tensor): tf.Tensor {
  throw new Error(`TODO: compare ${predicted.size} with ${y.size}`);
}

/**
 * Step 4. One step down for the line `w · x + b`, with a rate of 0.1: both gradients of the squared error on all points, then both numbers
 * moved against them. Returns the new `[w, b]`.
 *
 * 第 4 步：直线 `w · x + b` 下降一步，学习率 0.1：先在所有点上求平方误差的两个梯度，再让两个数逆着移动。返回新的 `[w, b]`。
 */
export function descend(w: number, b: number, x: number[], y: number[]): [w: number, b: number] {
  throw new Error(`TODO: a step from ${w} and ${b} for ${x.length} and ${y.length} numbers`);
}

/** Step 5. A residual block around `f`: what comes in goes around it. / 第 5 步：以 `f` 为内容的残差块：输入要绕过它。 */
export function residual(f: Computed, x: tf.Tensor): tf.Tensor {
  throw new Error(`TODO: ${f.name} and ${x.size} numbers around it`);
}
