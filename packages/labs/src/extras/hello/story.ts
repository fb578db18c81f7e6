import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { LineRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: LineRun, { language, command }: LabContext): LabStory {
  const { test, answers, history, seconds } = run;
  const say = (text: Text) => inLanguage(text, language);
  const said = readable(test.prediction!, 3);
  const off = Math.abs(test.prediction! - 31).toPrecision(1);
  const [weight, bias] = [readable(answers.weight, 4), readable(answers.bias, 4)];
  return {
    title: say({ en: 'The smallest network', zh: '最小的网络' }),
    summary: say({
      en: `One neuron looked at six pairs of numbers for ${readable(history.loss!.length)} epochs and says that x = 10 belongs to y = ${said}.`,
      zh: `一个神经元把六对数看了 ${readable(history.loss!.length)} 个轮次，认为 x = 10 对应 y = ${said}。`,
    }),
    numbers: [
      { label: say({ en: 'For x = 10', zh: 'x = 10 时' }), value: said, note: say({ en: 'true: 31', zh: '真值：31' }) },
      { label: say({ en: 'Weight', zh: '权重' }), value: weight, note: say({ en: 'true: 3', zh: '真值：3' }) },
      { label: say({ en: 'Bias', zh: '偏置' }), value: bias, note: say({ en: 'true: 1', zh: '真值：1' }) },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'What was learned', zh: '学到了什么' }),
        text: [
          say({
            en: 'Nobody wrote the rule 3x + 1 into the program. It began with a random weight and a bias of 0, and moved both against the gradient of the mean squared error, step by step.',
            zh: '没有人把 3x + 1 写进程序。它从随机的权重和为 0 的偏置开始，一步步让两者逆着均方误差的梯度移动。',
          }),
        ],
        figures: ['line', 'approach'],
      },
      {
        title: say({ en: 'Why not 31?', zh: '为什么不是 31？' }),
        text: [
          say({
            en: `It is off by ${off}. A step is as long as the gradient, and the gradient goes to 0 where the loss does: each epoch mends the same share of what is wrong, so nothing is ever wholly mended. More epochs come closer. And six points say nothing of x = 10; that the line goes on there is an assumption, built in with the one neuron.`,
            zh: `它差了 ${off}。一步的长度与梯度成正比，而损失趋于 0 时梯度也趋于 0：每个轮次修正剩余误差的同一比例，因此永远修不完。轮次越多越接近。另外，六个点并没有说明 x = 10 处的情况；直线会延续到那里是一个假设，它随着这一个神经元一起放进了模型。`,
          }),
        ],
        figures: ['loss'],
      },
    ],
    next: [
      {
        en: `Give it four times as long: \`${command} run hello --epochs 2000\`. What is left of the error?`,
        zh: `训练四倍的时间：\`${command} run hello --epochs 2000\`。误差还剩多少？`,
      },
      {
        en: `Start from another random weight: \`${command} run hello --seed 2\`. Does it end elsewhere?`,
        zh: `从另一个随机权重开始：\`${command} run hello --seed 2\`。结果会不同吗？`,
      },
      {
        en: `One pair a step instead of all six: \`${command} run hello --batch-size 1\`. Why is it closer after as many epochs?`,
        zh: `每步只看一对数：\`${command} run hello --batch-size 1\`。同样的轮次，为什么更接近？`,
      },
    ].map(say),
  };
}
