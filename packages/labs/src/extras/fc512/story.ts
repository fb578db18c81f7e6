import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { WideRun } from './checks';
import { lossNames } from './figures';

/** Tells what the run did, with its own numbers. */
export function story({ answers, net, test, seconds }: WideRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const epochs = answers.mse.loss!.length;
  const rows = (['mse', 'crossentropy', 'functional'] as const).map((name) => [
    name === 'functional' ? say({ en: 'functional', zh: '函数式' }) : say(lossNames[name]),
    readable(net[name].countParams()),
    answers[name].loss!.length,
    percent(answers[name].accuracy?.at(-1), 2),
    percent(test[`${name}_accuracy`], 2),
  ]);
  return {
    title: say({ en: 'One wide layer, two losses', zh: '一个宽层，两种损失' }),
    summary: say({
      en: `After ${epochs} epochs the network trained with the mean squared error reads ${percent(test.mse_accuracy, 2)} of the test digits right; the same network trained with cross-entropy ${percent(test.crossentropy_accuracy, 2)}.`,
      zh: `${epochs} 个轮次之后，用均方误差训练的网络读对 ${percent(test.mse_accuracy, 2)} 的测试数字；同样的网络用交叉熵训练则读对 ${percent(test.crossentropy_accuracy, 2)}。`,
    }),
    numbers: [
      { label: say(lossNames.mse), value: percent(test.mse_accuracy, 2) },
      { label: say(lossNames.crossentropy), value: percent(test.crossentropy_accuracy, 2) },
      {
        label: say({ en: 'Functional', zh: '函数式' }),
        value: percent(test.functional_accuracy, 2),
        note: say({
          en: `RMSprop, epochs: ${answers.functional.loss!.length}`,
          zh: `RMSprop，轮次：${answers.functional.loss!.length}`,
        }),
      },
      {
        label: say({ en: 'Training of all three', zh: '三个网络的训练' }),
        value: duration(seconds.training, language),
      },
    ],
    sections: [
      {
        title: say({ en: 'The loss is a choice', zh: '损失是一种选择' }),
        text: [
          say({
            en: 'Both losses are least where every probability is right. What differs is the way there. Through softmax the squared error hardly pulls where the network is surely wrong, and it is divided by ten classes besides; cross-entropy pulls the harder the more wrong it is.',
            zh: '两种损失都在每个概率都正确时最小，不同的是通往那里的路。经过 softmax，网络确信地答错时均方误差几乎不拉，而且还要除以十个类别；交叉熵则错得越多拉得越用力。',
          }),
        ],
        figures: ['losses', 'pull'],
      },
      {
        title: say({ en: 'Two ways to write a network', zh: '网络的两种写法' }),
        text: [
          say({
            en: 'A `Sequential` model is a list. In the functional way each layer is called on what another gave: `dense.apply(x)`; so a network may branch and join. This one does neither, and could be a list. It is an eighth of the size, has one layer more, and is trained with RMSprop.',
            zh: '`Sequential` 模型是一个列表。函数式写法里，每一层都作用在另一层的输出上：`dense.apply(x)`，因此网络可以分叉和汇合。这里两者都没有，也可以写成列表。它大小只有八分之一，多一层，用 RMSprop 训练。',
          }),
        ],
        tables: [
          {
            caption: say({ en: 'All three in numbers.', zh: '三个网络的数值。' }),
            columns: say({
              en: 'Network|Parameters|Epochs|Training accuracy|Test accuracy',
              zh: '网络|参数|轮次|训练准确率|测试准确率',
            }).split('|'),
            rows,
          },
        ],
        figures: ['confusion'],
      },
    ],
    next: [
      {
        en: `Train for fifty epochs, as the course does: \`${command} run fc512 --tier full\`. Does the squared error catch up?`,
        zh: `像课程里那样训练五十个轮次：\`${command} run fc512 --tier full\`。均方误差追得上吗？`,
      },
      {
        en: `Smaller batches mean more steps: \`${command} run fc512 --batch-size 64\`. Which of the two gains more?`,
        zh: `批次小，步数就多：\`${command} run fc512 --batch-size 64\`。两者中谁受益更多？`,
      },
    ].map(say),
  };
}
