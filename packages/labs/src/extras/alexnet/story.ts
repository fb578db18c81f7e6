import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { AlexRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: AlexRun, { language, command }: LabContext): LabStory {
  const { answers, data, epochs, net, test, seconds } = run;
  const say = (text: Text) => inLanguage(text, language);
  const dense = net.decision.reduce((sum, layer) => sum + layer.countParams(), net.answer.countParams());
  const megabytes = readable(answers.saved.bytes / 1e6);
  return {
    title: say({ en: 'AlexNet as a class', zh: '写成类的 AlexNet' }),
    summary: say({
      en: `A network of ${readable(net.countParams())} parameters learned from ${readable(data.counts.train)} digits in ${duration(seconds.training)} and reads ${percent(test.accuracy, 2)} of ${readable(data.counts.test)} others right.`,
      zh: `一个有 ${readable(net.countParams())} 个参数的网络用 ${duration(seconds.training, 'zh')}从 ${readable(data.counts.train)} 个数字中学习，在另外 ${readable(data.counts.test)} 个上读对了 ${percent(test.accuracy, 2)}。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: percent(test.accuracy, 2) },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.countParams()) },
      {
        label: say({ en: 'Training', zh: '训练' }),
        value: duration(seconds.training, language),
        note: say({
          en: `${readable(epochs.at(-1)?.ms_per_step ?? Number.NaN)} ms a step`,
          zh: `每步 ${readable(epochs.at(-1)?.ms_per_step ?? Number.NaN)} ms`,
        }),
      },
      { label: say({ en: 'Saved weights', zh: '保存的权重' }), value: `${megabytes} MB` },
    ],
    sections: [
      {
        title: say({ en: 'The network', zh: '网络' }),
        text: [
          say({
            en: `AlexNet won the ImageNet contest of 2012 by a wide margin. New in it were ReLU for tanh, dropout in the dense layers, pooling whose windows overlap (here they do not), and training pictures changed by chance. ${percent(dense / net.countParams(), 0)} of its parameters are in the dense layers: later networks did away with these.`,
            zh: `AlexNet 以很大优势赢得 2012 年的 ImageNet 比赛。它的新意是：用 ReLU 代替 tanh、全连接层里用 dropout、窗口重叠的池化（这里不重叠）、随机变换训练图片。它 ${percent(dense / net.countParams(), 0)} 的参数都在全连接层里，后来的网络去掉了这些层。`,
          }),
        ],
        figures: ['curves'],
        tables: [
          {
            caption: say({
              en: 'Every epoch in numbers; validated after every second one.',
              zh: '各轮次的数值；每第二个轮次之后验证。',
            }),
            columns: say({
              en: 'Epoch|Loss|Accuracy|Validation loss|Validation accuracy|ms a step',
              zh: '轮次|损失|准确率|验证损失|验证准确率|每步 ms',
            }).split('|'),
            rows: epochs.map((epoch) => [
              epoch.epoch,
              ...['loss', 'accuracy', 'val_loss', 'val_accuracy'].map((name) =>
                epoch[name] === undefined ? '' : readable(Number(epoch[name]), 4),
              ),
              readable(epoch.ms_per_step),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Saved, and loaded again', zh: '保存并重新载入' }),
        text: [
          say({
            en: `The weights are in \`checkpoint/weights.ckpt\` (${answers.saved.place}), in the format of TensorFlow. A second network, made anew, loaded them: its answers differ by ${answers.saved.difference}.`,
            zh: `权重以 TensorFlow 的格式存在 \`checkpoint/weights.ckpt\`（${answers.saved.place}）。新建的第二个网络载入了它们：回答相差 ${answers.saved.difference}。`,
          }),
        ],
        figures: ['confusion', 'predictions'],
      },
    ],
    next: [
      {
        en: `All digits: \`${command} run alexnet --tier full\` (ten minutes and more). The course got 98.75 %.`,
        zh: `全部数字：\`${command} run alexnet --tier full\`（十几分钟）。课程得到 98.75 %。`,
      },
      {
        en: `A three-hundredth of the size: \`${command} run lenet-dropout\`. Which one would you send by mail?`,
        zh: `大小只有三百分之一：\`${command} run lenet-dropout\`。你会把哪一个发给别人？`,
      },
    ].map(say),
  };
}
