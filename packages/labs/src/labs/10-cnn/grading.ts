import type { Sequential } from '@tenlab/layers';
import { ask } from '../../exercises/ask';
import { builtModel } from '../../exercises/built-model';
import { checkNetwork } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { hints } from './hints';

/** How lab 10's exercise is judged. */
export const exercise: Exercise = {
  lab: 'cnn',
  steps: [
    {
      id: 'parameters',
      title: { en: 'Count the weights', zh: '数一数权重' },
      hints: hints.parameters,
      check: checkParameters,
    },
    { id: 'size', title: { en: 'The size of the output', zh: '输出的大小' }, hints: hints.size, check: checkSize },
    { id: 'pool', title: { en: 'Pooling by hand', zh: '手写池化' }, hints: hints.pool, check: checkPool },
    { id: 'lenet', title: { en: 'Build LeNet', zh: '建立 LeNet' }, hints: hints.lenet, check: checkLeNet },
    { id: 'choose', title: { en: 'Choose honestly', zh: '诚实地选择' }, hints: hints.choose, check: checkChoice },
  ],
};

/** A wrong answer that tells what was forgotten. */
type Known = readonly [answer: unknown, id: string, en: string, zh: string];

/** @throws Mistake the known one, or `otherwise` with both numbers */
function judge(answer: unknown, right: unknown, known: readonly Known[], otherwise: string): void {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  for (const [wrong, id, en, zh] of known) if (same(answer, wrong)) throw new Mistake(id, { en, zh });
  if (same(answer, right)) return;
  const [wanted, yours] = [JSON.stringify(right), JSON.stringify(answer)];
  throw new Mistake(otherwise, {
    en: `The answer is ${wanted}. Yours: ${yours}.`,
    zh: `答案是 ${wanted}。你的结果：${yours}。`,
  });
}

async function checkParameters(work: Work): Promise<void> {
  judge(
    await ask(work, 'parameters', 3, 32, 64),
    18_496,
    [
      [18_432, 'bias-forgotten', 'Each of the 64 filters has a bias besides.', '64 个滤波器各有一个偏置。'],
      [
        18_433,
        'one-bias',
        'Each filter has a bias of its own, not one for all.',
        '每个滤波器都有自己的偏置，不是共用一个。',
      ],
      [640, 'channels-forgotten', 'A filter looks at all 32 channels at once.', '滤波器同时看全部 32 个通道。'],
    ],
    'wrong-count',
  );
}

async function checkSize(work: Work): Promise<void> {
  judge(
    await ask(work, 'outputSize', 28, 5, 'valid'),
    24,
    [
      [
        23,
        'off-by-one',
        'A filter of 28 fits into 28 once, not never: add 1.',
        '长度 28 的滤波器放进 28 正好一次：要加 1。',
      ],
      [28, 'padding-ignored', 'Without padding the edge is lost.', '不填充就会失去边缘。'],
    ],
    'wrong-size',
  );
  judge(
    await ask(work, 'outputSize', 28, 5, 'same'),
    28,
    [[24, 'padding-ignored', 'With `same` the height stays.', '`same` 保持高度不变。']],
    'wrong-size',
  );
}

async function checkPool(work: Work): Promise<void> {
  const rows = [
    [1, 3, 2, 1],
    [4, 6, 5, 0],
    [7, 2, 9, 8],
    [1, 0, 3, 4],
  ];
  judge(
    await ask(work, 'maxPool', structuredClone(rows)),
    [
      [6, 5],
      [7, 9],
    ],
    [
      [
        [
          [3.5, 2],
          [2.5, 6],
        ],
        'mean-not-max',
        'These are the means; the largest are asked for.',
        '这是平均值，要的是最大值。',
      ],
      [
        [
          [6, 6, 5],
          [7, 9, 9],
          [7, 9, 9],
        ],
        'windows-overlap',
        'Your windows overlap. They begin at every second place.',
        '你的窗口重叠了。应每隔一个位置开始。',
      ],
    ],
    'wrong-pooling',
  );
}

async function checkLeNet(work: Work): Promise<void> {
  const model = await built(work);
  const [input, parameters] = [model.inputShape as unknown as (number | null)[], model.countParams()];
  if (input.join() === ',28,28,1' && parameters === 44_426) {
    throw new Mistake('padding-forgotten', {
      en: 'The first convolution has no padding, so its pictures are 24 x 24. Say `padding: "same"`.',
      zh: '第一个卷积没有填充，图片变成了 24 x 24。请写 `padding: "same"`。',
    });
  }
  checkNetwork(model, { input: [28, 28, 1], outputs: 10, parameters: 61_706 });
  model.dispose();
}

function built(work: Work): Promise<Sequential> {
  return builtModel(work, 'buildLeNet', '[28, 28, 1]');
}

async function checkChoice(work: Work): Promise<void> {
  const accuracies = {
    lenet: { validation: 0.87, test: 0.9 },
    resnet: { validation: 0.91, test: 0.88 },
    vgg: { validation: 0.89, test: 0.85 },
  };
  judge(
    await ask(work, 'choose', accuracies),
    'resnet',
    [
      [
        'lenet',
        'chosen-by-test',
        'That one is the best on the test pictures. Whoever chooses by them is no longer tested by them.',
        '它在测试图片上最好。按测试图片来选，测试就不再是测试了。',
      ],
      [0.91, 'value-not-name', 'That is the accuracy; its name is asked for.', '这是准确率，要的是名字。'],
    ],
    'wrong-choice',
  );
}
