import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 9's exercise. */
export const hints = {
  reorder: [
    { en: 'Two lists, one order.', zh: '两个列表，一个顺序。' },
    {
      en: '`order.map((place) => …)` makes a new list in that order.',
      zh: '`order.map((place) => …)` 按这个顺序生成新列表。',
    },
    {
      en: '`{ x: order.map((place) => x[place]), y: order.map((place) => y[place]) }`',
      zh: '`{ x: order.map((place) => x[place]), y: order.map((place) => y[place]) }`',
    },
  ],
  loss: [
    { en: 'Of each row only the logarithm at its label counts.', zh: '每行只有标签位置的对数起作用。' },
    {
      en: 'Times a one-hot row, summed along the row, that one is left. Then the mean, and the minus.',
      zh: '乘上独热行、沿行求和，就只剩那一个。再取平均，加负号。',
    },
    {
      en: '`tf.neg(tf.mean(tf.sum(tf.mul(tf.oneHot(labels, 3), tf.logSoftmax(logits)), 1)))`',
      zh: '`tf.neg(tf.mean(tf.sum(tf.mul(tf.oneHot(labels, 3), tf.logSoftmax(logits)), 1)))`',
    },
  ],
  descend: [
    {
      en: 'First the gradients of all weights, then one assignment for each weight.',
      zh: '先求所有权重的梯度，再给每个权重赋值一次。',
    },
    {
      en: '`gradientsOf(model.trainableWeights, () => ({ loss: crossEntropy(model.apply(x), labels) }))` gives `gradients`, in the order of the weights.',
      zh: '`gradientsOf(model.trainableWeights, () => ({ loss: crossEntropy(model.apply(x), labels) }))` 给出 `gradients`，与权重同序。',
    },
    {
      en: '`weight.assign(tf.sub(weight.read(), tf.mul(gradients[index], rate)))`',
      zh: '`weight.assign(tf.sub(weight.read(), tf.mul(gradients[index], rate)))`',
    },
  ],
  loop: [
    { en: 'In each step: compute the loss, keep it, descend.', zh: '每一步：算损失、记下来、下降。' },
    {
      en: 'A number comes out of a tensor with `(await loss.data())[0]`.',
      zh: '用 `(await loss.data())[0]` 从张量取出数。',
    },
    {
      en: '`for (let step = 0; step < steps; step++) { …; losses.push(…); descend(model, x, labels, rate); }`',
      zh: '`for (let step = 0; step < steps; step++) { …; losses.push(…); descend(model, x, labels, rate); }`',
    },
  ],
  accuracy: [
    { en: 'Count the rows that are right, and divide by all.', zh: '数出正确的行，除以总行数。' },
    {
      en: '`row.indexOf(Math.max(...row))` is the species that a row says.',
      zh: '`row.indexOf(Math.max(...row))` 是这一行给出的品种。',
    },
    {
      en: '`logits.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]).length / labels.length`',
      zh: '`logits.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]).length / labels.length`',
    },
  ],
} satisfies Record<string, Hints>;
