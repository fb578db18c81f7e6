import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { PlaneRun } from './checks';
import { nameOf } from './figures';
import { variantNames } from './networks';

/** Tells what the run did, with its own numbers. */
export function story({ answers, data, net, test, seconds }: PlaneRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const loss = (name: string) => readable(test[`${name}_loss`]!, 3);
  const lengths = variantNames.map((name) => readable(answers[name].plane.length, 1));
  return {
    title: say({ en: 'Where a network draws the line', zh: '网络把界线画在哪里' }),
    summary: say({
      en: `The same network learned from ${readable(data.counts.train)} points three times. On ${readable(data.counts.test)} others its loss is ${loss('plain')} without help, ${loss('l2')} with L2 and ${loss('dropout')} with dropout.`,
      zh: `同样的网络在 ${readable(data.counts.train)} 个点上学了三次。在另外 ${readable(data.counts.test)} 个点上，无约束时损失为 ${loss('plain')}，加 L2 为 ${loss('l2')}，加 dropout 为 ${loss('dropout')}。`,
    }),
    numbers: [
      ...variantNames.map((name) => ({
        label: nameOf(name, language),
        value: loss(name),
        note: say({
          en: `test accuracy ${percent(test[`${name}_accuracy`])}`,
          zh: `测试准确率 ${percent(test[`${name}_accuracy`])}`,
        }),
      })),
      {
        label: say({ en: 'Training of all three', zh: '三个网络的训练' }),
        value: duration(seconds.training, language),
      },
    ],
    sections: [
      {
        title: say({ en: 'Three lines', zh: '三条界线' }),
        text: [
          say({
            en: `Two coordinates in, one probability out: so one can ask the network at every place of the plane, and colour it by the answer, the paler the less sure. Where the answer is 0.5 runs the line. ${readable(net.plain.countParams())} weights for ${readable(data.counts.train)} points are enough to wind the line around each of them.`,
            zh: `两个坐标进，一个概率出：所以可以在平面的每个位置问一问网络，并按回答着色，越没把握越淡。回答为 0.5 处就是界线。${readable(net.plain.countParams())} 个权重对 ${readable(data.counts.train)} 个点，足以让界线绕过每一个点。`,
          }),
        ],
        figures: variantNames.map((name) => `boundary-${name}`),
      },
      {
        title: say({ en: 'In numbers', zh: '数值' }),
        text: [
          say({
            en: 'Accuracy hardly tells them apart; the loss does, for it counts how sure the network was when it was wrong. L2 adds the squares of the weights to the loss: small weights make gentle slopes, and gentle slopes cannot wind.',
            zh: '准确率几乎区分不出它们，损失可以，因为它计入了网络答错时有多肯定。L2 把权重的平方加进损失：小权重形成缓坡，缓坡绕不出弯。',
          }),
        ],
        figures: ['losses'],
        tables: [
          {
            caption: say({ en: 'All three in numbers (cross-entropy).', zh: '三个网络的数值（交叉熵）。' }),
            columns: say({
              en: 'Network|Training loss|Test loss|Training accuracy|Test accuracy|Line’s length|Σ w²',
              zh: '网络|训练损失|测试损失|训练准确率|测试准确率|界线长度|Σ w²',
            }).split('|'),
            rows: variantNames.map((name, index) => [
              nameOf(name, language),
              readable(test[`${name}_training_loss`]!, 3),
              loss(name),
              percent(test[`${name}_training_accuracy`]),
              percent(test[`${name}_accuracy`]),
              lengths[index]!,
              readable(answers[name].squares),
            ]),
          },
        ],
      },
    ],
    next: [
      {
        en: `Fewer points: \`${command} run regularisation --limit 40\`. What does the plain network make of them?`,
        zh: `更少的点：\`${command} run regularisation --limit 40\`。无约束的网络会怎样？`,
      },
      {
        en: `Stop early: \`${command} run regularisation --epochs 60\`. It is a regulariser, too.`,
        zh: `早停：\`${command} run regularisation --epochs 60\`。它也是一种正则化。`,
      },
      {
        en: `The same on texts, where nothing can be drawn: \`${command} run overfitting\`.`,
        zh: `同样的事发生在文字上，但画不出来：\`${command} run overfitting\`。`,
      },
    ].map(say),
  };
}
