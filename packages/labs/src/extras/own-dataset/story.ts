import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { OwnRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story({ answers, data, history, test, seconds }: OwnRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const { drawing, parameters, stopped } = answers;
  return {
    title: say({ en: 'Pictures of your own', zh: '自己的图片' }),
    summary: say({
      en: `From ${readable(data.counts.train)} picture files and a file of labels a network learned to read ${percent(test.accuracy)} of ${readable(data.counts.test)} others right.`,
      zh: `网络从 ${readable(data.counts.train)} 个图片文件和一个标签文件学会在另外 ${readable(data.counts.test)} 张上读对 ${percent(test.accuracy)}。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: percent(test.accuracy) },
      {
        label: say({ en: 'When it was stopped', zh: '中断时' }),
        value: percent(stopped.before),
        note: say({
          en: `after ${Math.ceil(history.loss!.length / 2)} epochs`,
          zh: `${Math.ceil(history.loss!.length / 2)} 个轮次之后`,
        }),
      },
      {
        label: say({ en: 'The drawn 7', zh: '手绘的 7' }),
        value: String(drawing.read),
        note: percent(drawing.confidence),
      },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'From files to arrays', zh: '从文件到数组' }),
        text: [
          say({
            en: 'Each picture is a PNG file, and `labels.csv` beside them has a line for each. They are read, decoded and put one after the other: an array of shape [pictures, 28, 28, 1], and one of labels. Labels and pictures must stay in one order.',
            zh: '每张图片是一个 PNG 文件，旁边的 `labels.csv` 每张一行。读取、解码、依次排列：得到形状为 [图片数, 28, 28, 1] 的数组和一个标签数组。标签与图片的顺序必须一致。',
          }),
        ],
        figures: ['samples'],
      },
      {
        title: say({ en: 'Stopped, and resumed', zh: '中断与恢复' }),
        text: [
          say({
            en: `Half-way training was stopped and the weights written as a checkpoint. A new network loaded them, read ${percent(stopped.after)} right as the first had done (${percent(stopped.before)}), and went on. Weights alone were kept, not what Adam remembers; so the first steps after it are a little rough. \`--resume\` of this command keeps that too.`,
            zh: `训练到一半时中断，权重写成检查点。新网络载入后读对 ${percent(stopped.after)}，与前一个（${percent(stopped.before)}）相同，然后继续训练。只保存了权重，没有保存 Adam 的记忆，所以恢复后的最初几步略有起伏。本命令的 \`--resume\` 连它也会保存。`,
          }),
        ],
        figures: ['curves'],
      },
      {
        title: say({ en: 'What was learned, in numbers', zh: '学到的东西，写成数字' }),
        text: [
          say({
            en: `All ${readable(parameters.count)} trainable parameters are in \`${parameters.file}\`, weight by weight with name and shape: to be looked at, or read by a program of your own.`,
            zh: `全部 ${readable(parameters.count)} 个可训练参数写在 \`${parameters.file}\` 里，逐个权重带名称和形状，可供查看或被自己的程序读取。`,
          }),
        ],
      },
      {
        title: say({ en: 'A drawing', zh: '一幅手绘' }),
        text: [
          say({
            en: 'A network reads only what looks like what it learned from. So a drawing is brought into the form in which MNIST’s digits were made, first of all.',
            zh: '网络只能读与它学过的相似的东西，所以先把手绘变成 MNIST 数字的形式。',
          }),
        ],
        figures: ['drawing', 'confusion'],
      },
    ],
    next: [
      {
        en: `Draw a digit in any paint program and let it be read: \`${command} predict own-dataset --image digit.png\`.`,
        zh: `用任何画图程序画一个数字让它读：\`${command} predict own-dataset --image digit.png\`。`,
      },
      {
        en: `Train for longer: \`${command} run own-dataset --tier full\`. How far do 300 pictures carry?`,
        zh: `训练更久：\`${command} run own-dataset --tier full\`。300 张图片能走多远？`,
      },
    ].map(say),
  };
}
