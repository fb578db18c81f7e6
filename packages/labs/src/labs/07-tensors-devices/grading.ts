import * as tf from '@tensorflow/tfjs-core';
import { ask, near, numbersOf } from '../../exercises/ask';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { hints } from './hints';

/** How lab 7's exercise is judged. */
export const exercise: Exercise = {
  lab: 'tensors-devices',
  steps: [
    { id: 'broadcast', title: { en: 'Broadcasting', zh: '广播' }, hints: hints.broadcast, check: checkBroadcast },
    {
      id: 'classes',
      title: { en: 'From answers to classes', zh: '从答案到类别' },
      hints: hints.classes,
      check: checkClasses,
    },
    { id: 'one-hot', title: { en: 'From classes to rows', zh: '从类别到行' }, hints: hints.oneHot, check: checkOneHot },
    { id: 'where', title: { en: 'Compare and choose', zh: '比较与选择' }, hints: hints.where, check: checkWhere },
    {
      id: 'pipeline',
      title: { en: 'A data set of your own', zh: '自己的数据集' },
      hints: hints.pipeline,
      check: checkPipeline,
    },
  ],
};

async function checkBroadcast(work: Work): Promise<void> {
  const shape = async (a: number[], b: number[]) => JSON.stringify(await ask(work, 'shapeOfSum', a, b));
  if ((await shape([2, 3], [3])) !== '[2,3]') {
    throw new Mistake('aligned-left', {
      en: `[2, 3] + [3] has shape [2, 3]: shapes are aligned at the right end. Yours: ${await shape([2, 3], [3])}.`,
      zh: `[2, 3] + [3] 的形状是 [2, 3]：形状在右端对齐。你的结果：${await shape([2, 3], [3])}。`,
    });
  }
  if ((await shape([3, 1], [1, 4])) !== '[3,4]') {
    throw new Mistake('one-not-repeated', {
      en: `An axis of length 1 is repeated: [3, 1] + [1, 4] has shape [3, 4]. Yours: ${await shape([3, 1], [1, 4])}.`,
      zh: `长度为 1 的轴会重复：[3, 1] + [1, 4] 的形状是 [3, 4]。你的结果：${await shape([3, 1], [1, 4])}。`,
    });
  }
  if ((await shape([2], [3])) !== 'null') {
    throw new Mistake('no-error', {
      en: '[2] + [3] do not go together: the answer is null.',
      zh: '[2] + [3] 不能相加：答案是 null。',
    });
  }
}

async function checkClasses(work: Work): Promise<void> {
  const answers = tf.tensor2d([
    [1, 9, 2],
    [7, 1, 5],
  ]);
  const given = Array.from(numbersOf(await ask(work, 'classesOf', answers)));
  const known: [number[], string, string, string][] = [
    [
      [9, 7],
      'value-not-place',
      'These are the largest numbers; their places are asked for.',
      '这是最大的数，要的是它们的位置。',
    ],
    [[1, 0, 1], 'wrong-axis', 'That went down the columns. Rows go along axis 1.', '这是沿列找的。行要沿轴 1。'],
    [[2, 1], 'counted-from-one', 'Places count from 0.', '位置从 0 数起。'],
  ];
  for (const [wrong, id, en, zh] of known) if (near(given, wrong)) throw new Mistake(id, { en, zh });
  if (!near(given, [1, 0])) {
    throw new Mistake('wrong-classes', {
      en: `The largest stand at 1 and 0. Yours: ${given.join(', ')}.`,
      zh: `最大的数在位置 1 和 0。你的结果：${given.join('、')}。`,
    });
  }
}

async function checkOneHot(work: Work): Promise<void> {
  const rows = await ask(work, 'oneHot', [2, 0], 3);
  const given = JSON.stringify(rows);
  if (given === '[[0,1,0],[0,0,0]]' || given === '[[0,1,0],[1,0,0]]') {
    throw new Mistake('counted-from-one', {
      en: 'Label 2 stands at the third place, label 0 at the first: places count from 0.',
      zh: '标签 2 在第三位，标签 0 在第一位：位置从 0 数起。',
    });
  }
  if (given !== '[[0,0,1],[1,0,0]]') {
    throw new Mistake('wrong-rows', {
      en: `Labels 2 and 0 of three classes are [[0,0,1],[1,0,0]]. Yours: ${given}.`,
      zh: `三个类别中的标签 2 和 0 是 [[0,0,1],[1,0,0]]。你的结果：${given}。`,
    });
  }
}

async function checkWhere(work: Work): Promise<void> {
  const x = tf.tensor1d([-2, 3, 0, -1]);
  const given = await ask(work, 'withoutNegatives', x);
  if (!(given instanceof tf.Tensor)) {
    throw new Mistake('not-a-tensor', { en: 'The answer must be a tensor.', zh: '答案必须是张量。' });
  }
  const values = Array.from(numbersOf(given));
  if (near(values, [2, 3, 0, 1])) {
    throw new Mistake('absolute', {
      en: 'These are absolute values. Negative numbers are to become 0.',
      zh: '这是绝对值。负数应变成 0。',
    });
  }
  if (near(values, [0, 1, 0, 0])) {
    throw new Mistake('answers-not-values', {
      en: 'That is the comparison itself. Where it holds, the number is to stay.',
      zh: '这是比较的结果本身。成立之处应保留原来的数。',
    });
  }
  if (!near(values, [0, 3, 0, 0])) {
    throw new Mistake('wrong-choice', {
      en: `Of -2, 3, 0, -1 remain 0, 3, 0, 0. Yours: ${values.join(', ')}.`,
      zh: `-2、3、0、-1 应变成 0、3、0、0。你的结果：${values.join('、')}。`,
    });
  }
}

/** A batch of the pipeline as its elements. */
interface Batch {
  xs: number[];
  kinds: number[];
}

async function checkPipeline(work: Work): Promise<void> {
  const points = Array.from({ length: 10 }, (_, at) => ({ x: at, y: 100 + at, kind: at % 2 }));
  const data = (await ask(work, 'pipeline', structuredClone(points), 4)) as AsyncIterable<unknown>;
  if (typeof data?.[Symbol.asyncIterator] !== 'function') {
    throw new Mistake('not-a-dataset', { en: 'The function must return a Dataset.', zh: '函数必须返回 Dataset。' });
  }
  const batches: Batch[] = [];
  for await (const batch of data) {
    if (!Array.isArray(batch) || batch.length !== 2) {
      throw new Mistake('not-pairs', {
        en: 'Each element must be a pair: the numbers of a point, and its kind.',
        zh: '每个元素必须是一对：点的数值和它的类别。',
      });
    }
    batches.push({ xs: Array.from(numbersOf(batch[0])), kinds: Array.from(numbersOf(batch[1])) });
  }
  const sizes = batches.map(({ kinds }) => kinds.length);
  if (near(sizes, [4, 4])) {
    throw new Mistake('rest-lost', {
      en: 'Two points are missing: the last batch is smaller, and belongs to it too.',
      zh: '少了两个点：最后一批较小，但也要算上。',
    });
  }
  if (!near(sizes, [4, 4, 2])) {
    throw new Mistake('wrong-batches', {
      en: `Ten points in batches of 4 are 4, 4, 2. Yours: ${sizes.join(', ')}.`,
      zh: `十个点每批 4 个应是 4、4、2。你的结果：${sizes.join('、')}。`,
    });
  }
  const order = batches.flatMap(({ xs }) => xs.filter((_, at) => at % 2 === 0));
  const kinds = batches.flatMap((batch) => batch.kinds);
  if (order.some((x, at) => x % 2 !== kinds[at])) {
    throw new Mistake('labels-of-others', {
      en: 'Points have the kinds of others. Make pairs first, and shuffle the pairs.',
      zh: '点配上了别的点的类别。先组成对，再打乱。',
    });
  }
  const inOrder = (values: number[]) => values.every((value, at) => at === 0 || value === values[at - 1]! + 1);
  if (inOrder(order)) {
    throw new Mistake('not-shuffled', { en: 'The points come in their old order.', zh: '点还是原来的顺序。' });
  }
  if (batches.every(({ xs }) => inOrder(xs.filter((_, at) => at % 2 === 0)))) {
    throw new Mistake('shuffled-batches', {
      en: 'Whole batches changed places; within each the order is the old one. Shuffle before you batch.',
      zh: '只是整批换了位置，批内还是原来的顺序。先打乱，再分批。',
    });
  }
}
