import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { TensorsRun } from './checks';
import { topics } from './demonstrations';

/** Tells what the run did, with its own numbers. */
export function story({ data, test, seconds, net }: TensorsRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const { devices, sizes, shown } = data;
  const largest = sizes.at(-1)!;
  const last = (milliseconds: readonly number[]) => milliseconds.at(-1)!;
  const sorted = [...devices].sort((one, other) => last(one.milliseconds) - last(other.milliseconds));
  const [fastest, slowest] = [sorted[0]!, sorted.at(-1)!];
  const times = readable(last(slowest.milliseconds) / last(fastest.milliseconds), 1);
  // 2 n³ operations for a product: a multiplication and an addition for each of n numbers of each of n² results.
  const speed = (milliseconds: number) => readable((2 * largest ** 3) / (1e6 * milliseconds), 1);
  return {
    title: say({ en: 'Tensors, devices, your own data', zh: '张量、设备与自己的数据' }),
    summary: say({
      en: `${topics.length} topics of tensors, shown by code. Of the devices here ${fastest.name} was the fastest: for a product of ${largest} x ${largest} it took ${readable(last(fastest.milliseconds), 2)} ms, ${slowest.name} ${times} times as long. A network learned from a file of ${readable(data.counts.train)} own points and names ${percent(test.accuracy)} of ${data.counts.test} others right.`,
      zh: `用代码演示了 ${topics.length} 个张量主题。本机设备中 ${fastest.name} 最快：一次 ${largest} x ${largest} 的乘法用 ${readable(last(fastest.milliseconds), 2)} ms，${slowest.name} 是它的 ${times} 倍。一个网络从文件中的 ${readable(data.counts.train)} 个自己的点学习，在另外 ${data.counts.test} 个点上认对 ${percent(test.accuracy)}。`,
    }),
    numbers: [
      { label: say({ en: 'Fastest device', zh: '最快的设备' }), value: fastest.name },
      {
        label: say({ en: 'One product', zh: '一次乘法' }),
        value: `${readable(last(fastest.milliseconds), 2)} ms`,
        note: `${largest} x ${largest}`,
      },
      { label: say({ en: 'Own data, test accuracy', zh: '自己的数据，测试准确率' }), value: percent(test.accuracy) },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training) },
    ],
    sections: [
      ...topics.map(({ id, title, text }) => ({
        title: say(title),
        text: [say(text)],
        tables: [
          {
            caption: say({ en: 'Run while this report was made.', zh: '生成本报告时运行。' }),
            columns: say({ en: 'Code|Gives', zh: '代码|结果' }).split('|'),
            rows: shown[id]!.map(({ code, result }) => [code, result]),
          },
        ],
      })),
      {
        title: say({ en: 'Devices', zh: '设备' }),
        text: [
          say({
            en: 'A backend is where tensors live and are computed. A tensor made on one moves to another when it is used there, which costs a copy. Times wander by what else the machine does: each is the middle one of five, after one that was not counted.',
            zh: '后端是张量存放和计算的地方。在一个后端创建的张量，用到另一个后端时会搬过去，代价是一次复制。时间受机器上其他事情的影响：每个都是五次的中位数，之前还有一次不计。',
          }),
        ],
        figures: ['devices'],
        tables: [
          {
            caption: say({
              en: `A product of two ${largest} x ${largest} matrices, ${readable((2 * largest ** 3) / 1e6, 1)} million operations.`,
              zh: `两个 ${largest} x ${largest} 矩阵相乘，${readable((2 * largest ** 3) / 1e6, 1)} 百万次运算。`,
            }),
            columns: say({ en: 'Device|Threads|ms|GFLOP/s', zh: '设备|线程|ms|GFLOP/s' }).split('|'),
            rows: sorted.map(({ name, threads, milliseconds }) => [
              name,
              threads,
              readable(last(milliseconds), 3),
              speed(last(milliseconds)),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Data of your own', zh: '自己的数据' }),
        text: [
          say({
            en: `The points were written to \`${data.file}\` and read from there, as you would read yours. A \`Dataset\` makes each row into numbers (\`map\`), changes their order in each pass (\`shuffle\`), and puts them into batches (\`batch\`); \`fit\` takes it as it is. The network has ${readable(net.countParams())} parameters.`,
            zh: `这些点写入 \`${data.file}\` 再从那里读出，就像读取你自己的文件。\`Dataset\` 把每行变成数（\`map\`），每一遍换一个顺序（\`shuffle\`），再分批（\`batch\`）；\`fit\` 直接接受它。网络有 ${readable(net.countParams())} 个参数。`,
          }),
        ],
        figures: ['boundary', 'curves'],
      },
    ],
    next: nextSteps(command).map(say),
  };
}

function nextSteps(command: string): Text[] {
  return [
    {
      en: `One thread instead of all: \`${command} run tensors-devices --threads 1\`. For which sizes does it matter?`,
      zh: `只用一个线程：\`${command} run tensors-devices --threads 1\`。对哪些大小有影响？`,
    },
    {
      en: `Learn from fewer points: \`${command} run tensors-devices --limit 60\`. Where does the boundary go astray?`,
      zh: `用更少的点学习：\`${command} run tensors-devices --limit 60\`。分界线在哪里走偏？`,
    },
    {
      en: `See what else could compute here: \`${command} doctor\`.`,
      zh: `看看本机还有什么可以用来计算：\`${command} doctor\`。`,
    },
  ];
}
