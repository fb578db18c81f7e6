// Lab 8, autodiff and custom training: a solution. Yours may look different; what counts is that every step passes.
// 实验 8，自动微分与自定义训练：一种解答。你的写法可以不同，只要每一步都通过。
import * as tf from '@tensorflow/tfjs-core';

/** A function of tensors. / 张量的函数。 */
export type Computed = (x: tf.Tensor) => tf.Tensor;

/** Step 1. / 第 1 步。 */
export function derivative(f: Computed, x: number): number {
  return tf.grad(f)(tf.scalar(x)).dataSync()[0]!;
}

/** Step 2. The gradient of the gradient. / 梯度的梯度。 */
export function secondDerivative(f: Computed, x: number): number {
  return tf.grad(tf.grad(f))(tf.scalar(x)).dataSync()[0]!;
}

/** Step 3. / 第 3 步。 */
export function squaredError(predicted: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.mean(tf.square(tf.sub(predicted, y)));
}

/** Step 4. Both gradients are those of the old numbers. / 两个梯度都是旧数处的。 */
export function descend(w: number, b: number, x: number[], y: number[]): [w: number, b: number] {
  const loss = (weight: tf.Tensor, bias: tf.Tensor) =>
    squaredError(tf.add(tf.mul(weight, tf.tensor1d(x)), bias), tf.tensor1d(y)) as tf.Scalar;
  const [byW, byB] = tf.grads(loss)([tf.scalar(w), tf.scalar(b)]);
  return [w - 0.1 * byW!.dataSync()[0]!, b - 0.1 * byB!.dataSync()[0]!];
}

/** Step 5. / 第 5 步。 */
export function residual(f: Computed, x: tf.Tensor): tf.Tensor {
  return tf.add(x, f(x));
}
