import type { LabContext, LabStory } from '../../define-lab';
import { inLanguage, percent, readable, type Text } from '../../texts';
import type { RaceRun } from './checks';
import { racerNames, racers } from './racers';

/** Tells what the run did, with its own numbers. */
export function story({ answers, data, test }: RaceRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const { histories, times, cakes } = answers;
  const epochs = histories.sgd.loss!.length;
  const byLoss = [...racerNames].sort((a, b) => histories[a].loss!.at(-1)! - histories[b].loss!.at(-1)!);
  const [first, last] = [byLoss[0]!, byLoss.at(-1)!];
  const medians = racerNames.map((racer) => times[racer].median);
  const [quick, slow] = [Math.min(...medians), Math.max(...medians)].map((time) => readable(time));
  const spread = Math.max(...racerNames.map((racer) => times[racer].most / times[racer].least));
  return {
    title: say({ en: 'Five optimizers, raced', zh: '五种优化器赛跑' }),
    summary: say({
      en: `After ${epochs} epochs ${racers[first].name} has the lowest training loss (${readable(histories[first].loss!.at(-1)!, 3)}) and ${racers[last].name} the highest (${readable(histories[last].loss!.at(-1)!, 3)}).`,
      zh: `${epochs} 个轮次之后，${racers[first].name} 的训练损失最低（${readable(histories[first].loss!.at(-1)!, 3)}），${racers[last].name} 最高（${readable(histories[last].loss!.at(-1)!, 3)}）。`,
    }),
    numbers: racerNames.map((racer) => ({
      label: racers[racer].name,
      value: readable(histories[racer].loss!.at(-1)!, 3),
      note: say({
        en: `test ${percent(test[`${racer}_accuracy`])}`,
        zh: `测试 ${percent(test[`${racer}_accuracy`])}`,
      }),
    })),
    sections: [
      {
        title: say({ en: 'The race', zh: '赛跑' }),
        text: [
          say({
            en: 'All five are the same idea: a first moment `m`, the direction, divided by the root of a second moment `V`, how large gradients have been. SGD: `m = g`, `V = 1`. Momentum: `m` is a sum of past gradients that fades. Adagrad: `V` is the sum of all `g²`. RMSProp: `V` is a mean of `g²` that fades. Adam: momentum over RMSProp, both made larger at first, for they begin at 0.',
            zh: '五种都是同一个想法：一阶矩 `m`（方向）除以二阶矩 `V`（梯度一向有多大）的平方根。SGD：`m = g`，`V = 1`。动量：`m` 是逐渐淡忘的过去梯度之和。Adagrad：`V` 是所有 `g²` 之和。RMSProp：`V` 是逐渐淡忘的 `g²` 平均。Adam：动量除以 RMSProp，起初都加以放大，因为它们从 0 开始。',
          }),
        ],
        figures: ['race', 'valley'],
        tables: [
          {
            caption: say({
              en: `The race in numbers. Times of the whole training on ${data.counts.train} flowers, taken in turns: the middle one, and between which all lie.`,
              zh: `赛跑的数值。时间为在 ${data.counts.train} 朵花上完整训练一次，轮流测量：中位数，以及全部所在的范围。`,
            }),
            columns: say({
              en: 'Optimizer|Learning rate|Training loss|Test accuracy|ms, middle|ms, all',
              zh: '优化器|学习率|训练损失|测试准确率|ms，中位|ms，范围',
            }).split('|'),
            rows: racerNames.map((racer) => [
              racers[racer].name,
              racers[racer].rate,
              readable(histories[racer].loss!.at(-1)!, 4),
              percent(test[`${racer}_accuracy`]),
              readable(times[racer].median),
              `${readable(times[racer].least)} … ${readable(times[racer].most)}`,
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Is one of them faster?', zh: '哪一种更快？' }),
        text: [
          say({
            en: `By the clock, hardly: the middle times lie between ${quick} and ${slow} ms, while one and the same optimizer differs from itself by a factor of up to ${readable(spread, 1)}. The update is a few multiplications for each weight; the gradient is the work. What differs is how far a step gets. Whoever prints one time each and calls the least the winner has measured his machine's mood.`,
            zh: `就时钟而言几乎没有差别：各自的中位时间在 ${quick} 到 ${slow} ms 之间，而同一个优化器自己前后就能相差 ${readable(spread, 1)} 倍。更新只是每个权重几次乘法，算梯度才是主要工作。真正不同的是一步走多远。各测一次就宣布最短者获胜，量到的只是机器的心情。`,
          }),
        ],
        figures: ['decay'],
      },
      {
        title: say({ en: 'What gradients have to pass', zh: '梯度要经过什么' }),
        text: [
          say({
            en: `On its way back the gradient is multiplied with the derivative of each activation. Sigmoid's is at most 0.25: through ten layers at most 0.25¹⁰ = ${(0.25 ** 10).toExponential(1)} is left. That is the vanishing gradient, and why hidden layers take ReLU.`,
            zh: `梯度回传时要乘上每个激活函数的导数。sigmoid 的导数最大 0.25：经过十层最多剩 0.25¹⁰ = ${(0.25 ** 10).toExponential(1)}。这就是梯度消失，也是隐藏层用 ReLU 的原因。`,
          }),
        ],
        figures: ['functions', 'derivatives'],
      },
      {
        title: say({ en: 'A loss of your own', zh: '自己的损失' }),
        text: [
          say({
            en: `For classes: cross-entropy joined with softmax, whose gradient is just \`softmax(z) - onehot(label)\`. For numbers: the squared error. And where being wrong costs money, the money: a baker whose demand is anything from 50 to 150 cakes bakes ${readable(cakes.squared)} by the squared error, ${readable(cakes.dear)} where a cake earns nine times what it costs, and ${readable(cakes.cheap)} where it costs nine times what it earns.`,
            zh: `分类用与 softmax 合在一起的交叉熵，其梯度就是 \`softmax(z) - onehot(label)\`；数值用平方误差。答错要花钱的地方，就直接用钱：需求在 50 到 150 之间的面包师，按平方误差烤 ${readable(cakes.squared)} 个；一个蛋糕的利润是成本的九倍时烤 ${readable(cakes.dear)} 个；成本是利润的九倍时烤 ${readable(cakes.cheap)} 个。`,
          }),
        ],
        figures: ['losses'],
      },
    ],
    next: [
      {
        en: `Race from another start: \`${command} run optimizers --seed 2\`. Does the order stay?`,
        zh: `从另一个起点赛跑：\`${command} run optimizers --seed 2\`。名次会变吗？`,
      },
      {
        en: `All flowers in one step: \`${command} run optimizers --batch-size 120\`. Who loses most?`,
        zh: `每步用全部的花：\`${command} run optimizers --batch-size 120\`。谁吃亏最大？`,
      },
      {
        en: `A longer race: \`${command} run optimizers --epochs 1000\`. Who comes last now?`,
        zh: `更长的赛跑：\`${command} run optimizers --epochs 1000\`。现在谁垫底？`,
      },
    ].map(say),
  };
}
