import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import { type AugmentedRun, gap } from './checks';
import { nameOf } from './figures';
import { ways } from './generators';

/** Tells what the run did, with its own numbers, whoever wins. */
export function story(run: AugmentedRun, { language, command }: LabContext): LabStory {
  const { answers, data, net, test, seconds } = run;
  const say = (text: Text) => inLanguage(text, language);
  const [plain, augmented] = [percent(test.plain_accuracy), percent(test.augmented_accuracy)];
  const better = test.augmented_accuracy! > test.plain_accuracy!;
  const epochs = answers.plain.loss!.length;
  return {
    title: say({ en: 'More pictures than there are', zh: '比实际更多的图片' }),
    summary: better
      ? say({
          en: `From ${readable(data.counts.train)} pictures a network learned to name ${plain} of ${readable(data.counts.test)} others right; with the same pictures changed by chance, ${augmented}.`,
          zh: `网络从 ${readable(data.counts.train)} 张图片学会在另外 ${readable(data.counts.test)} 张上认对 ${plain}；同样的图片随机变换后，认对 ${augmented}。`,
        })
      : say({
          en: `In ${epochs} epochs the changes brought no better answers: ${augmented} of ${readable(data.counts.test)} unseen pictures named right with them, ${plain} without. What they brought is honesty: in training it does no better than it will on others.`,
          zh: `${epochs} 个轮次里，变换没有带来更好的回答：${readable(data.counts.test)} 张没见过的图片，用变换认对 ${augmented}，不用认对 ${plain}。它带来的是诚实：训练时的成绩不再高于以后的成绩。`,
        }),
    numbers: [
      ...ways.map((way) => ({
        label: say({ en: `Test, ${nameOf(way, 'en')}`, zh: `测试，${nameOf(way, 'zh')}` }),
        value: percent(test[`${way}_accuracy`]),
        note: say({
          en: `on its own pictures ${percent(test[`${way}_training_accuracy`])}`,
          zh: `在学过的图片上 ${percent(test[`${way}_training_accuracy`])}`,
        }),
      })),
      { label: say({ en: 'Training of both', zh: '两个网络的训练' }), value: duration(seconds.training, language) },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.plain.countParams()) },
    ],
    sections: [
      {
        title: say({ en: 'The pictures', zh: '图片' }),
        text: [
          say({
            en: 'Up to 40 degrees either way, a fifth of the width and of the height, a shear of 0.2 degrees, a fifth larger or smaller, half of them mirrored; what comes in from beyond the edge repeats the edge. Anew each time a picture comes, so that no picture comes twice. Pictures to be watched and tested on are never changed.',
            zh: '左右各不超过 40 度，平移不超过宽和高的五分之一，剪切 0.2 度，放大或缩小五分之一，一半左右翻转；从边缘之外进来的重复边缘。每次取图都重新变换，所以没有一张图会出现两次。观察和测试用的图片从不变换。',
          }),
        ],
        figures: ['changed'],
      },
      {
        title: say({ en: 'What it brings', zh: '它带来什么' }),
        text: [
          say({
            en: `Without changes the network knows its own pictures better than others by ${percent(gap(run, 'plain'))}, with them by ${percent(gap(run, 'augmented'))}. The price: what is to be learned has become harder, so it takes longer. And changes must be such as the world makes: nobody photographs shoes upside down, and a mirrored 3 is no 3.`,
            zh: `不做变换时，网络对学过的图片比对其他图片好 ${percent(gap(run, 'plain'))}，做变换时好 ${percent(gap(run, 'augmented'))}。代价是要学的东西更难，需要更久。变换也必须是现实中会发生的：没人倒着拍鞋，翻转的 3 也不是 3。`,
          }),
        ],
        figures: ['accuracy'],
        tables: [
          {
            caption: say({ en: 'Both in numbers.', zh: '两者的数值。' }),
            columns: say({
              en: 'Training pictures|Accuracy on them, unchanged|Test accuracy|Test loss',
              zh: '训练图片|在其原图上的准确率|测试准确率|测试损失',
            }).split('|'),
            rows: ways.map((way) => [
              nameOf(way, language),
              percent(test[`${way}_training_accuracy`]),
              percent(test[`${way}_accuracy`]),
              readable(test[`${way}_loss`]!, 3),
            ]),
          },
        ],
      },
    ],
    next: [
      {
        en: `Four times as long: \`${command} run image-augmentation --tier full\`. Which of the two goes on getting better?`,
        zh: `训练四倍的时间：\`${command} run image-augmentation --tier full\`。两者中哪个还在变好？`,
      },
      {
        en: `Fewer pictures: \`${command} run image-augmentation --limit 160\`. Does the difference grow?`,
        zh: `更少的图片：\`${command} run image-augmentation --limit 160\`。差距会变大吗？`,
      },
    ].map(say),
  };
}
