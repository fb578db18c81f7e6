import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import { type OverfittingRun, validationLoss } from './checks';
import { nameOf } from './figures';
import { variantNames } from './networks';

/** Tells what the run did, with its own numbers. */
export function story({ data, net, answers, test, seconds }: OverfittingRun, context: LabContext): LabStory {
  const { language, command } = context;
  const say = (text: Text) => inLanguage(text, language);
  const [big, both] = [validationLoss(answers, 'big'), validationLoss(answers, 'both')];
  const [least, last, held] = [big.least, big.last, both.last].map((loss) => readable(loss, 3));
  return {
    title: say({ en: 'Over- and underfitting', zh: '过拟合与欠拟合' }),
    summary: say({
      en: `The big network's validation loss was least after epoch ${big.epoch} (${least}) and ended at ${last}; with L2 and dropout it ended at ${held}.`,
      zh: `大网络的验证损失在第 ${big.epoch} 轮之后最低（${least}），最后为 ${last}；加上 L2 和 dropout 后，最后为 ${held}。`,
    }),
    numbers: [
      { label: say({ en: 'Big, at the end', zh: '大网络，最后' }), value: last! },
      { label: say({ en: 'Big, at its least', zh: '大网络，最低' }), value: least! },
      { label: say({ en: 'With L2 and dropout, at the end', zh: '加 L2 和 dropout，最后' }), value: held! },
      { label: say({ en: 'Training of all six', zh: '六个网络的训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'Three sizes', zh: '三种大小' }),
        text: [
          say({
            en: `All learn from the same ${readable(data.counts.train)} texts. A network with many weights can remember each of them: its training loss goes to nothing, and what it says of other texts becomes surer and more often wrong. A network too small, or trained too briefly, underfits: both its losses could still fall.`,
            zh: `所有网络都从同样的 ${readable(data.counts.train)} 段文字中学习。权重多的网络能记住每一段：训练损失趋近于零，而对其他文字它说得越来越肯定，也越来越常错。太小或训练太短的网络则欠拟合：两种损失都还能下降。`,
          }),
        ],
        figures: ['sizes'],
      },
      {
        title: say({ en: 'What holds it back', zh: '怎样约束它' }),
        text: [
          say({
            en: 'L2 adds the squares of the weights to the loss, so that a large weight must be worth it. Dropout sets half of the hidden values to 0 in each step, so that no value can count on another. The best cure is neither: it is more data.',
            zh: 'L2 把权重的平方加进损失，大的权重必须物有所值。dropout 在每一步把一半的隐藏值设为 0，任何一个值都不能依赖另一个。最好的办法不是这两者，而是更多的数据。',
          }),
        ],
        figures: ['remedies'],
        tables: [
          {
            caption: say({ en: 'All six in numbers (cross-entropy).', zh: '六个网络的数值（交叉熵）。' }),
            columns: say({
              en: 'Network|Parameters|Least validation|After epoch|Last validation|Test accuracy',
              zh: '网络|参数|最低验证|轮次|最后验证|测试准确率',
            }).split('|'),
            rows: variantNames.map((name) => {
              const { least, last, epoch } = validationLoss(answers, name);
              const accuracy = test[`${name}_accuracy`] ?? Number.NaN;
              return [
                nameOf(name, language),
                readable(net[name].countParams()),
                readable(least, 3),
                epoch,
                readable(last, 3),
                `${readable(100 * accuracy, 1)} %`,
              ];
            }),
          },
        ],
      },
      {
        title: say({ en: 'Seen in a plane', zh: '在平面上看' }),
        text: [
          say({
            en: `Two half-moons of points, blurred, and a network with far more weights than it needs. On points that it has not seen its cross-entropy is ${readable(test.plane_binary_crossentropy ?? Number.NaN, 3)} without L2, ${readable(test.plane_l2_binary_crossentropy ?? Number.NaN, 3)} with it.`,
            zh: `两个模糊的半月形点集，以及权重远多于需要的网络。在没见过的点上，交叉熵不用 L2 为 ${readable(test.plane_binary_crossentropy ?? Number.NaN, 3)}，用 L2 为 ${readable(test.plane_l2_binary_crossentropy ?? Number.NaN, 3)}。`,
          }),
        ],
        figures: ['boundary', 'boundary-l2'],
      },
    ],
    next: nextSteps(command).map(say),
  };
}

function nextSteps(command: string): Text[] {
  return [
    {
      en: `Learn from a third of the texts: \`${command} run overfitting --limit 2500\`. How much sooner does the big network turn?`,
      zh: `只用三分之一的文字：\`${command} run overfitting --limit 2500\`。大网络会早多少轮回升？`,
    },
    {
      en: `Go on for longer: \`${command} run overfitting --epochs 40\`. Does dropout alone still hold?`,
      zh: `训练更久：\`${command} run overfitting --epochs 40\`。只用 dropout 还能约束住吗？`,
    },
  ];
}
