import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { AutodiffRun } from './checks';

const primes = ['', '′', '″', '‴'];

/** Tells what the run did, with its own numbers. */
export function story({ answers, test, seconds, data, net }: AutodiffRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const { found, derivatives, noise } = answers;
  const line = `y = ${readable(found.w, 3)}x + ${readable(found.b, 3)}`;
  const wave = readable(test.wave_loss ?? Number.NaN, 4);
  return {
    title: say({ en: 'Autodiff and custom training', zh: '自动微分与自定义训练' }),
    summary: say({
      en: `The tape found ${derivatives.length} derivatives, up to the third. A loop written by hand found ${line} behind ${readable(data.counts.train)} noisy points, where the truth is y = 3x + 2. A model of own layers follows a wave to a mean squared error of ${wave}; the noise alone is ${readable(noise, 4)}.`,
      zh: `梯度带求出 ${derivatives.length} 个导数，最高三阶。手写的循环从 ${readable(data.counts.train)} 个带噪声的点中找到 ${line}，真实的是 y = 3x + 2。由自己的层组成的模型跟上波形，均方误差 ${wave}；噪声本身为 ${readable(noise, 4)}。`,
    }),
    numbers: [
      {
        label: say({ en: 'Slope w', zh: '斜率 w' }),
        value: readable(found.w, 3),
        note: say({ en: 'true: 3', zh: '真实：3' }),
      },
      {
        label: say({ en: 'Intercept b', zh: '截距 b' }),
        value: readable(found.b, 3),
        note: say({ en: 'true: 2', zh: '真实：2' }),
      },
      { label: say({ en: 'Error on the wave', zh: '波形上的误差' }), value: wave },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training) },
    ],
    sections: [
      {
        title: say({ en: 'The tape', zh: '梯度带' }),
        text: [
          say({
            en: '`tf.grad(f)` is the derivative of `f`, as a function. While `f` computes, a tape notes each operation; then it is gone through backwards, by the chain rule. It does not see how the function is written: branches and loops of JavaScript are fine. The gradient of a gradient is the second derivative.',
            zh: '`tf.grad(f)` 是 `f` 的导数，也是一个函数。`f` 计算时，梯度带记下每个运算，再按链式法则倒着走一遍。它不管函数怎么写：JavaScript 的分支和循环都可以。梯度的梯度就是二阶导数。',
          }),
        ],
        tables: [
          {
            caption: say({
              en: 'Asked of the tape; the last column moves x by 1/64 up and down instead.',
              zh: '梯度带的回答；最后一列改为把 x 上下移动 1/64 来估计。',
            }),
            columns: say({
              en: 'Function|Derivative|At|By the rules|By the tape|By a difference',
              zh: '函数|导数|位置|按法则|梯度带|差分',
            }).split('|'),
            rows: derivatives.map(({ formula, at, order, expected, tape, difference }) => [
              formula,
              `f${primes[order]}`,
              readable(at, 1),
              readable(expected, 3),
              readable(tape, 5),
              readable(difference, 5),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'A line, by a loop of one’s own', zh: '用自己的循环拟合直线' }),
        text: [
          say({
            en: 'Two numbers, w and b, and in each epoch: the loss on all points, its gradients by `gradientsOf`, and a step against them. The loss is a bowl over w and b, so every beginning leads to its bottom. The bottom is the line of least squares, not quite the line behind the points: noise does not average out wholly.',
            zh: '两个数 w 和 b。每个轮次：在所有点上算损失，用 `gradientsOf` 求梯度，再逆着走一步。损失在 w 和 b 上像一只碗，从哪里开始都会走到碗底。碗底是最小二乘直线，与真实的直线略有出入，因为噪声不会完全抵消。',
          }),
        ],
        figures: ['approach', 'line'],
      },
      {
        title: say({ en: 'Layers and a model of one’s own', zh: '自己的层和模型' }),
        text: [
          say({
            en: `A layer is \`build\` (makes weights, once the width is known) and \`call\` (computes). \`Wave\` is a model by subclassing: own layers, two residual blocks, ${readable(net.wave.countParams())} parameters, trained by an own loop with Adam whose step \`compile\` makes one program of.`,
            zh: `层由 \`build\`（知道宽度后建立权重）和 \`call\`（计算）组成。\`Wave\` 是用子类写的模型：自己的层、两个残差块、${readable(net.wave.countParams())} 个参数，用自己的循环和 Adam 训练，每一步由 \`compile\` 变成一个程序。`,
          }),
        ],
        figures: ['wave', 'wave-curves'],
      },
    ],
    next: nextSteps(command).map(say),
  };
}

function nextSteps(command: string): Text[] {
  return [
    {
      en: `Stop the line early: \`${command} run autodiff --epochs 10\`. Which of w and b is further off, and why?`,
      zh: `早点停下：\`${command} run autodiff --epochs 10\`。w 和 b 哪个离得更远，为什么？`,
    },
    {
      en: `Learn from a tenth of the points: \`${command} run autodiff --limit 100\`. How far is the bottom of the bowl from the truth?`,
      zh: `只用十分之一的点：\`${command} run autodiff --limit 100\`。碗底离真实值有多远？`,
    },
    {
      en: `Start the wave from other weights: \`${command} run autodiff --seed 2\`. Does the line change?`,
      zh: `波形换一组初始权重：\`${command} run autodiff --seed 2\`。直线会变吗？`,
    },
  ];
}
