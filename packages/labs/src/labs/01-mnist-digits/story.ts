import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { DigitsRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: DigitsRun, { language, command, settings }: LabContext): LabStory {
  const { start, epochs, test, seconds, net, answers, data } = run;
  const say = (text: Text) => inLanguage(text, language);
  const { accuracy = Number.NaN, loss = Number.NaN } = test;
  const right = Math.round(accuracy * data.counts.test);
  const perStep = epochs.reduce((sum, epoch) => sum + epoch.ms_per_step, 0) / Math.max(1, epochs.length);
  const image = Math.min(1, data.counts.test - 1);
  const logits = Array.from(answers.logits.subarray(10 * image, 10 * image + 10), (logit) => readable(logit, 1));
  const whole = start.data.train >= 60_000;
  return {
    title: say({ en: 'Handwritten digits', zh: '手写数字' }),
    summary: say({
      en: `A small convolutional network learned from ${readable(data.counts.train)} handwritten digits in ${duration(seconds.training)}, and reads ${readable(100 * accuracy, 2)} % of ${readable(data.counts.test)} others right.`,
      zh: `一个小型卷积网络用 ${duration(seconds.training, 'zh')}学习了 ${readable(data.counts.train)} 个手写数字，在另外 ${readable(data.counts.test)} 个上读对了 ${readable(100 * accuracy, 2)} %。`,
    }),
    numbers: [
      {
        label: say({ en: 'Test accuracy', zh: '测试准确率' }),
        value: `${readable(100 * accuracy, 2)} %`,
        note: say({
          en: `${readable(right)} of ${readable(data.counts.test)}`,
          zh: `${readable(data.counts.test)} 中的 ${readable(right)}`,
        }),
      },
      { label: say({ en: 'Test loss', zh: '测试损失' }), value: readable(loss, 4) },
      {
        label: say({ en: 'Training', zh: '训练' }),
        value: duration(seconds.training, language),
        note: say({ en: `${readable(perStep, 1)} ms a step`, zh: `每步 ${readable(perStep, 1)} ms` }),
      },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.countParams()) },
    ],
    sections: [
      {
        title: say({ en: 'The data', zh: '数据' }),
        text: [
          say({
            en: 'MNIST holds digits written by employees and students, scanned, scaled into 20 x 20 pixels and centred in 28 x 28. Each pixel is a number from 0 (black) to 255 (white); divided by `255` it lies between 0 and 1.',
            zh: 'MNIST 收集了职员和学生手写的数字：扫描后缩放到 20 x 20 像素，再居中放入 28 x 28。每个像素是 0（黑）到 255（白）之间的数；除以 `255` 后落在 0 和 1 之间。',
          }),
        ],
        figures: ['samples'],
      },
      {
        title: say({ en: 'Training', zh: '训练' }),
        text: [
          say({
            en: `Two convolutions (32 and 64 filters of 3 x 3), each with ReLU and pooling, then two dense layers. The optimizer is Adam, the loss sparse categorical cross-entropy from logits. An epoch is ${readable(epochs.at(-1)?.steps ?? 0)} steps of ${settings.batchSize} images; after each, the network is measured on the test images.`,
            zh: `两个卷积层（32 和 64 个 3 x 3 滤波器），各接 ReLU 和池化，然后是两个全连接层。优化器是 Adam，损失是从 logits 计算的稀疏分类交叉熵。每个轮次 ${readable(epochs.at(-1)?.steps ?? 0)} 步，每步 ${settings.batchSize} 张图片；每轮之后在测试图片上测量一次。`,
          }),
        ],
        figures: ['curves'],
        tables: [
          {
            caption: say({ en: 'Every epoch in numbers.', zh: '各轮次的数值。' }),
            columns: say({
              en: 'Epoch|Loss|Accuracy|Validation loss|Validation accuracy|ms a step',
              zh: '轮次|损失|准确率|验证损失|验证准确率|每步 ms',
            }).split('|'),
            rows: epochs.map((epoch) => [
              epoch.epoch,
              ...['loss', 'accuracy', 'val_loss', 'val_accuracy'].map((name) => readable(Number(epoch[name]), 4)),
              readable(epoch.ms_per_step, 1),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Where it is right, and where it is wrong', zh: '哪里对，哪里错' }),
        text: [
          say({
            en: `The network answers with ten numbers, the logits; the largest one wins. For test image ${image}: ${logits.join(', ')}. Softmax turns them into probabilities.`,
            zh: `网络给出十个数（logits），最大的那个就是答案。测试图片 ${image} 的结果：${logits.join('，')}。softmax 把它们变成概率。`,
          }),
        ],
        figures: ['test-image-1', 'confusion', 'predictions'],
      },
    ],
    next: nextSteps({ command, epochs: epochs.length, whole }).map(say),
  };
}

function nextSteps({ command, epochs, whole }: { command: string; epochs: number; whole: boolean }): Text[] {
  const longer: Text =
    whole && epochs >= 10
      ? {
          en: `Start from other random weights: \`${command} run mnist-digits --seed 2\`. Which mistakes stay?`,
          zh: `换一组随机初始权重：\`${command} run mnist-digits --seed 2\`。哪些错误依然存在？`,
        }
      : {
          en: `Train as long as the course does: \`${command} run mnist-digits --epochs 10\`. Does the validation line still follow?`,
          zh: `像课程里那样训练更久：\`${command} run mnist-digits --epochs 10\`。验证曲线还跟得上吗？`,
        };
  return [
    {
      en: `Draw a digit in any paint program and let the network read it: \`${command} predict mnist-digits --image digit.png\`.`,
      zh: `用任何画图程序画一个数字，让网络来读：\`${command} predict mnist-digits --image digit.png\`。`,
    },
    longer,
    {
      en: `Learn from a hundredth of the data: \`${command} run mnist-digits --limit 600\`. How far does it get?`,
      zh: `只用百分之一的数据学习：\`${command} run mnist-digits --limit 600\`。能学到什么程度？`,
    },
  ];
}
