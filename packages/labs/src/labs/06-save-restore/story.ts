import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { SaveRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story({ answers, data, test, seconds, net, history }: SaveRun, context: LabContext): LabStory {
  const { language, command, files } = context;
  const say = (text: Text) => inLanguage(text, language);
  const { restored, sums, killedAfter, untrained, checkpoints } = answers;
  const [epoch = 0, step = 0] = history['resumed.at'] ?? [];
  const same = restored.filter((row) => row.same).length;
  const resumed = sums.straight === sums.resumed;
  const yes = say({ en: 'yes', zh: '是' });
  const no = say({ en: 'NO', zh: '否' });
  return {
    title: say({ en: 'Save and restore', zh: '保存与恢复' }),
    summary: say({
      en: `A network learned from ${readable(data.counts.train)} digits and was kept in ${restored.length} ways. ${same} of them gave it back as it was, ${percent(test.accuracy)} right; and a run that was killed ended ${resumed ? 'with the same weights as one that was not' : 'with OTHER weights than one that was not'}.`,
      zh: `一个网络学习了 ${readable(data.counts.train)} 个数字，用 ${restored.length} 种方式保存。其中 ${same} 种原样恢复，正确率 ${percent(test.accuracy)}；被中断的训练最后的权重${resumed ? '与未中断的相同' : '与未中断的不同'}。`,
    }),
    numbers: [
      { label: say({ en: 'Untrained', zh: '未训练' }), value: percent(untrained.accuracy) },
      { label: say({ en: 'Kept, and restored', zh: '保存并恢复后' }), value: percent(test.accuracy) },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.every.countParams()) },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training) },
    ],
    sections: [
      {
        title: say({ en: 'Checkpoints while it trains', zh: '训练中的检查点' }),
        text: [
          say({
            en: `\`training_1\` holds one checkpoint, written anew after each epoch. \`training_2\` holds one for every fifth epoch; the newest is \`${answers.newest}\`, as the file \`checkpoint\` beside it says. They lie in \`${files.place}\`, in TensorFlow's format.`,
            zh: `\`training_1\` 里只有一个检查点，每轮之后重写。\`training_2\` 里每五轮一个；旁边的文件 \`checkpoint\` 写明最新的是 \`${answers.newest}\`。它们在 \`${files.place}\`，采用 TensorFlow 的格式。`,
          }),
        ],
        figures: ['curves', 'checkpoints'],
        tables: [
          {
            caption: say({
              en: 'The checkpoints of training_2, each given to a new network.',
              zh: 'training_2 的检查点，各交给一个新网络。',
            }),
            columns: say({ en: 'Checkpoint|Test accuracy', zh: '检查点|测试准确率' }).split('|'),
            rows: checkpoints.map(({ name, accuracy }) => [name, percent(accuracy)]),
          },
        ],
      },
      {
        title: say({ en: 'Weights, or the whole model', zh: '只存权重，还是整个模型' }),
        text: [
          say({
            en: 'Weights alone need the code that builds the network. A whole model (`.h5`, `.keras`) needs nothing: it holds the layers, the weights, the loss and the state of the optimizer. All of these open in Python, too.',
            zh: '只存权重，就需要建立网络的代码。整个模型（`.h5`、`.keras`）什么也不需要：它包含层、权重、损失和优化器的状态。这些文件在 Python 里也能打开。',
          }),
        ],
        tables: [
          {
            caption: say({
              en: 'What was kept, and what a new network made of it says of the test pictures.',
              zh: '保存的内容，以及由它得到的新网络在测试图片上的表现。',
            }),
            columns: say({
              en: 'File|MB|Test loss|Test accuracy|As before',
              zh: '文件|MB|测试损失|测试准确率|与之前相同',
            }).split('|'),
            rows: restored.map(({ file, bytes, loss, accuracy, same: own }) => [
              file,
              readable(bytes / 1e6, 1),
              readable(loss, 4),
              percent(accuracy),
              own ? yes : no,
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Killed, and resumed', zh: '中断与恢复' }),
        text: [
          say({
            en: `A run was killed after ${killedAfter} steps, and went on from epoch ${epoch + 1}, step ${step}, where its state was last kept. The weights would not have sufficed: Adam's moments, the random numbers of dropout and the place in the shuffled pictures belong to the state as well.`,
            zh: `一次训练在 ${killedAfter} 步之后被中断，从最后保存的状态（第 ${epoch + 1} 轮第 ${step} 步）继续。只有权重是不够的：Adam 的矩、dropout 的随机数、打乱后图片中的位置，都属于状态。`,
          }),
        ],
        figures: ['resumed'],
        tables: [
          {
            caption: say({ en: 'Checksums of the weights at the end.', zh: '最后权重的校验和。' }),
            columns: say({ en: 'Run|SHA-256', zh: '训练|SHA-256' }).split('|'),
            rows: [
              [say({ en: 'never stopped', zh: '从未中断' }), `${sums.straight.slice(0, 32)}…`],
              [say({ en: 'killed and resumed', zh: '中断后恢复' }), `${sums.resumed.slice(0, 32)}…`],
            ],
          },
        ],
      },
    ],
    next: nextSteps(command).map(say),
  };
}

function nextSteps(command: string): Text[] {
  return [
    {
      en: 'Open the whole model in Python: `keras.saving.load_model("my_model.keras")`. Or in TypeScript: `await loadModel("my_model.keras")`.',
      zh: '在 Python 里打开整个模型：`keras.saving.load_model("my_model.keras")`；或在 TypeScript 里：`await loadModel("my_model.keras")`。',
    },
    {
      en: `Look into a file of weights: \`${command} ckpt ls training_2\`, in the folder of the run.`,
      zh: `看看权重文件里有什么：在运行文件夹里执行 \`${command} ckpt ls training_2\`。`,
    },
    {
      en: `Train as long as the course does: \`${command} run save-restore --tier full\`. Which checkpoint would you keep?`,
      zh: `像课程里那样训练更久：\`${command} run save-restore --tier full\`。你会保留哪个检查点？`,
    },
  ];
}
