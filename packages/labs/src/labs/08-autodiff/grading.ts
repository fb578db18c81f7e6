import * as tf from '@tensorflow/tfjs-core';
import { ask, near, numbersOf } from '../../exercises/ask';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { hints } from './hints';

/** How lab 8's exercise is judged. */
export const exercise: Exercise = {
  lab: 'autodiff',
  steps: [
    {
      id: 'derivative',
      title: { en: 'Ask the tape', zh: '询问梯度带' },
      hints: hints.derivative,
      check: checkDerivative,
    },
    { id: 'second', title: { en: 'The second derivative', zh: '二阶导数' }, hints: hints.second, check: checkSecond },
    { id: 'error', title: { en: 'The squared error', zh: '平方误差' }, hints: hints.error, check: checkError },
    { id: 'descend', title: { en: 'One step down', zh: '下降一步' }, hints: hints.descend, check: checkDescend },
    { id: 'residual', title: { en: 'A residual block', zh: '残差块' }, hints: hints.residual, check: checkResidual },
  ],
};

const cube = (x: tf.Tensor) => tf.mul(x, tf.mul(x, x));

/** @throws Mistake `not-a-number` */
function expectNumber(answer: unknown): number {
  if (typeof answer === 'number') return answer;
  throw new Mistake('not-a-number', {
    en: 'The answer must be a plain number. A tensor is read with `dataSync()[0]`.',
    zh: '答案必须是普通的数。张量用 `dataSync()[0]` 读取。',
  });
}

async function checkDerivative(work: Work): Promise<void> {
  const answer = expectNumber(await ask(work, 'derivative', cube, 2));
  if (near([answer], [8])) {
    throw new Mistake('value-not-derivative', {
      en: 'That is x³ at 2. Its derivative there is 3x² = 12.',
      zh: '这是 x³ 在 2 处的值；那里的导数是 3x² = 12。',
    });
  }
  const square = expectNumber(await ask(work, 'derivative', tf.square, 3));
  if (!near([answer, square], [12, 6], 1e-3)) {
    throw new Mistake('wrong-derivative', {
      en: `The derivatives of x³ at 2 and of x² at 3 are 12 and 6. Yours: ${answer} and ${square}.`,
      zh: `x³ 在 2 处、x² 在 3 处的导数是 12 和 6。你的结果：${answer} 和 ${square}。`,
    });
  }
}

async function checkSecond(work: Work): Promise<void> {
  const answer = expectNumber(await ask(work, 'secondDerivative', cube, 3));
  if (near([answer], [27], 1e-3)) {
    throw new Mistake('first-derivative', {
      en: 'That is the first derivative of x³ at 3: 3x² = 27. The second is 6x = 18.',
      zh: '这是 x³ 在 3 处的一阶导数：3x² = 27。二阶是 6x = 18。',
    });
  }
  if (near([answer], [729], 1e-1)) {
    throw new Mistake('squared-derivative', {
      en: 'That is the square of the first derivative. The second derivative is the derivative of the first.',
      zh: '这是一阶导数的平方。二阶导数是一阶导数的导数。',
    });
  }
  if (!near([answer], [18], 1e-3)) {
    throw new Mistake('wrong-derivative', {
      en: `The second derivative of x³ at 3 is 18. Yours: ${answer}.`,
      zh: `x³ 在 3 处的二阶导数是 18。你的结果：${answer}。`,
    });
  }
}

async function checkError(work: Work): Promise<void> {
  // Differences 1, -2, 3, 0: squares 1, 4, 9, 0.
  const given = [tf.tensor1d([2, 0, 4, 1]), tf.tensor1d([1, 2, 1, 1])];
  const answer = await ask(work, 'squaredError', ...given);
  if (!(answer instanceof tf.Tensor)) {
    throw new Mistake('not-a-tensor', {
      en: 'The answer must be a tensor: read numbers cannot be differentiated.',
      zh: '答案必须是张量：读出来的数无法求导。',
    });
  }
  const values = Array.from(numbersOf(answer));
  if (values.length !== 1) {
    throw new Mistake('not-averaged', {
      en: `A loss is one number; yours are ${values.length}. Take the mean of them.`,
      zh: `损失是一个数，你的有 ${values.length} 个。请取平均。`,
    });
  }
  const known: [number, string, string, string][] = [
    [14, 'sum-not-mean', 'That is the sum (14); the mean of four is 3.5.', '这是总和（14）；四个数的平均是 3.5。'],
    [
      1.5,
      'absolute-not-squared',
      'That is the mean of the absolute differences; square them.',
      '这是差的绝对值的平均；应当平方。',
    ],
    [0.25, 'squared-mean', 'Square each difference first, then take the mean.', '先把每个差平方，再取平均。'],
  ];
  for (const [value, id, en, zh] of known) if (near(values, [value])) throw new Mistake(id, { en, zh });
  if (!near(values, [3.5])) {
    throw new Mistake('wrong-error', {
      en: `For differences 1, -2, 3, 0 it is 3.5. Yours: ${values[0]}.`,
      zh: `差为 1、-2、3、0 时应是 3.5。你的结果：${values[0]}。`,
    });
  }
}

async function checkDescend(work: Work): Promise<void> {
  // Where w = 1 and b = 0, off by -2 and -3 at x = 1 and 2: the gradients are -8 and -5.
  const answer = Array.from(numbersOf(await ask(work, 'descend', 1, 0, [1, 2], [3, 5])));
  const from = { w: 1, b: 0 };
  const [byW, byB] = [-8, -5];
  const after = (rate: number) => [from.w - rate * byW, from.b - rate * byB];
  if (near(answer, after(-0.1))) {
    throw new Mistake('uphill', {
      en: 'Your step goes up: the loss grows. Go against the gradient, with a minus.',
      zh: '你的一步是向上的：损失会变大。应逆着梯度走，用减号。',
    });
  }
  if (near(answer, after(1))) {
    throw new Mistake('no-rate', {
      en: 'The whole gradient is too far. Multiply it by the rate of 0.1.',
      zh: '整个梯度太远了。请乘以学习率 0.1。',
    });
  }
  // With w already moved to 1.8, b's gradient is -2.6.
  if (near(answer, [1.8, 0.26])) {
    throw new Mistake('gradient-after-step', {
      en: 'The gradient of b was taken after w had moved. Take both first, then move both.',
      zh: 'b 的梯度是在 w 移动之后求的。应先求两个，再移动两个。',
    });
  }
  if (!near(answer, after(0.1), 1e-3)) {
    throw new Mistake('wrong-step', {
      en: `From w = 1, b = 0 the step leads to ${after(0.1).join(' and ')}. Yours: ${answer.join(' and ')}.`,
      zh: `从 w = 1、b = 0 走一步应到 ${after(0.1).join(' 和 ')}。你的结果：${answer.join(' 和 ')}。`,
    });
  }
}

async function checkResidual(work: Work): Promise<void> {
  const x = tf.tensor1d([1, -2]);
  const triple = (inside: tf.Tensor) => tf.mul(inside, 3);
  const answer = Array.from(numbersOf(await ask(work, 'residual', triple, x)));
  if (near(answer, [3, -6])) {
    throw new Mistake('no-way-around', {
      en: 'That is `f(x)` alone. What comes in must go around it as well: add `x`.',
      zh: '这只是 `f(x)`。输入还要绕过它：请加上 `x`。',
    });
  }
  if (near(answer, [1, -2])) {
    throw new Mistake('nothing-inside', {
      en: 'That is `x` alone. The block adds what `f` makes of it.',
      zh: '这只是 `x`。模块还要加上 `f` 的结果。',
    });
  }
  if (!near(answer, [4, -8])) {
    throw new Mistake('wrong-block', {
      en: `For f(x) = 3x and x = 1, -2 the block gives 4, -8. Yours: ${answer.join(', ')}.`,
      zh: `f(x) = 3x、x = 1、-2 时应得 4、-8。你的结果：${answer.join('、')}。`,
    });
  }
}
