import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import { accuracyOf, type CnnRun } from './checks';
import { famous, millions } from './famous';
import { nameOf } from './figures';
import { depths, networkNames } from './networks';

/** Tells what the run did, with its own numbers. */
export function story(run: CnnRun, { language, command }: LabContext): LabStory {
  const { data, net, answers, seconds } = run;
  const say = (text: Text) => inLanguage(text, language);
  const share = (of: number | undefined) => percent(of, 2);
  const best = nameOf(answers.best, language);
  const [reached, dense] = [answers.best, 'dense128' as const].map((name) => share(accuracyOf(run, name)));
  return {
    title: say({ en: 'Convolutional networks from parts', zh: '从零件搭建卷积网络' }),
    summary: say({
      en: `Seven networks learned from the same ${readable(data.counts.train)} pictures. ${best}, the best on the pictures held back, names ${reached} of ${readable(data.counts.test)} others right; two dense layers name ${dense}.`,
      zh: `七个网络学习了同样的 ${readable(data.counts.train)} 张图片。在留出图片上最好的 ${best} 在另外 ${readable(data.counts.test)} 张上认对 ${reached}，两个全连接层认对 ${dense}。`,
    }),
    numbers: [
      { label: say({ en: 'Best network', zh: '最好的网络' }), value: best },
      { label: say({ en: 'Its test accuracy', zh: '其测试准确率' }), value: reached! },
      { label: say({ en: 'Two dense layers', zh: '两个全连接层' }), value: dense! },
      { label: say({ en: 'Training of all seven', zh: '七个网络的训练' }), value: duration(seconds.training) },
    ],
    sections: [
      { title: say({ en: 'The data', zh: '数据' }), figures: ['samples'] },
      {
        title: say({ en: 'Seven networks', zh: '七个网络' }),
        text: [
          say({
            en: 'All have the same optimizer, the same loss, the same epochs (but for the costly one from parts, which gets half of them). A convolution looks for the same small pattern everywhere, so it needs few weights: LeNet gets further than two dense layers with less. The later networks add one idea each: AlexNet dropout and overlapping pooling, VGG nothing but 3 x 3, Inception several sizes side by side, ResNet a way around each block.',
            zh: '它们的优化器、损失和轮次都相同（只有最费时的零件网络训练一半轮次）。卷积到处寻找同一个小图案，所以权重很少：LeNet 用更少的权重胜过两个全连接层。后来的网络各加一个想法：AlexNet 加 dropout 和重叠池化，VGG 只用 3 x 3，Inception 把几种大小并排，ResNet 给每个模块一条绕行的路。',
          }),
        ],
        figures: ['curves-early', 'curves-late'],
        tables: [
          {
            caption: say({ en: 'All seven in numbers.', zh: '七个网络的数值。' }),
            columns: say({
              en: 'Network|Parameters|Depth|Validation accuracy|Test accuracy',
              zh: '网络|参数|深度|验证准确率|测试准确率',
            }).split('|'),
            rows: networkNames.map((name) => [
              nameOf(name, language),
              readable(net[name].countParams()),
              depths[name],
              share(run.history[`${name}.val_accuracy`]?.at(-1)),
              share(accuracyOf(run, name)),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'A block', zh: '一个模块' }),
        text: [
          say({
            en: 'Networks are written as classes out of blocks, which are classes of layers. Yours are small: the originals took weeks on graphics cards.',
            zh: '网络写成由模块组成的类，模块又是由层组成的类。这里的都很小：原版要在显卡上训练几个星期。',
          }),
        ],
        figures: ['residual-block'],
        tables: [
          {
            caption: say({
              en: 'The originals, for images of 224 x 224 and a thousand classes.',
              zh: '原版，用于 224 x 224 的图片和一千个类别。',
            }),
            columns: say({ en: 'Network|Year|Parameters|Depth', zh: '网络|年份|参数|深度' }).split('|'),
            rows: famous.map(({ name, year, parameters, depth }) => [name, String(year), millions(parameters), depth]),
          },
        ],
      },
      { title: say({ en: 'What a filter finds', zh: '滤波器找到了什么' }), figures: ['feature-maps'] },
      {
        title: say({ en: `Right and wrong: ${best}`, zh: `对与错：${best}` }),
        figures: ['confusion', 'predictions'],
      },
    ],
    next: nextSteps(command, data.name).map(say),
  };
}

function nextSteps(command: string, data: string): Text[] {
  const colour: Text =
    data === 'cifar10'
      ? {
          en: `Learn from a tenth: \`${command} run cnn --limit 5000\`. Which network suffers most?`,
          zh: `只用十分之一学习：\`${command} run cnn --limit 5000\`。哪个网络受影响最大？`,
        }
      : {
          en: `Fetch CIFAR-10 (\`${command} data pull cifar10\`), and run this lab again: it takes those pictures, in colour, as soon as they are there.`,
          zh: `下载 CIFAR-10（\`${command} data pull cifar10\`）后再运行本实验：只要有这些彩色图片，就会用它们。`,
        };
  return [
    {
      en: `Start from other random weights: \`${command} run cnn --seed 2\`. Which order of the networks stays?`,
      zh: `换一组随机初始权重：\`${command} run cnn --seed 2\`。网络之间的哪些名次不变？`,
    },
    colour,
    {
      en: `Train for longer, on all pictures: \`${command} run cnn --tier full\`. It takes an hour or more.`,
      zh: `用全部图片训练更久：\`${command} run cnn --tier full\`，需要一小时以上。`,
    },
  ];
}
