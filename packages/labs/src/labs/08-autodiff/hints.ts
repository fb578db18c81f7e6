import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 8's exercise. */
export const hints = {
  derivative: [
    { en: '`tf.grad(f)` is a function: the derivative of `f`.', zh: '`tf.grad(f)` 是一个函数：`f` 的导数。' },
    { en: 'It takes a tensor: `tf.scalar(x)`.', zh: '它接收张量：`tf.scalar(x)`。' },
    { en: '`tf.grad(f)(tf.scalar(x)).dataSync()[0]`', zh: '`tf.grad(f)(tf.scalar(x)).dataSync()[0]`' },
  ],
  second: [
    { en: 'The derivative is a function, so it has one too.', zh: '导数也是函数，所以它也有导数。' },
    { en: 'Give `tf.grad(f)` to `tf.grad`.', zh: '把 `tf.grad(f)` 交给 `tf.grad`。' },
    {
      en: '`tf.grad(tf.grad(f))(tf.scalar(x)).dataSync()[0]`',
      zh: '`tf.grad(tf.grad(f))(tf.scalar(x)).dataSync()[0]`',
    },
  ],
  error: [
    { en: 'Difference, square, mean: in this order.', zh: '先求差，再平方，再平均。' },
    { en: '`tf.sub`, `tf.square`, `tf.mean`.', zh: '`tf.sub`、`tf.square`、`tf.mean`。' },
    { en: '`tf.mean(tf.square(tf.sub(predicted, y)))`', zh: '`tf.mean(tf.square(tf.sub(predicted, y)))`' },
  ],
  descend: [
    { en: 'Write the loss as a function of w and b.', zh: '把损失写成 w 和 b 的函数。' },
    {
      en: '`tf.grads(loss)([tf.scalar(w), tf.scalar(b)])` gives both gradients.',
      zh: '`tf.grads(loss)([tf.scalar(w), tf.scalar(b)])` 给出两个梯度。',
    },
    {
      en: 'Return `[w - 0.1 * gradientOfW, b - 0.1 * gradientOfB]`, both numbers.',
      zh: '返回 `[w - 0.1 * w 的梯度, b - 0.1 * b 的梯度]`，都是数。',
    },
  ],
  residual: [
    { en: 'Where `f` gives zeros, the block changes nothing.', zh: '`f` 给出 0 时，模块什么也不改变。' },
    { en: 'It is a sum of two things.', zh: '它是两项之和。' },
    { en: '`tf.add(x, f(x))`', zh: '`tf.add(x, f(x))`' },
  ],
} satisfies Record<string, Hints>;
