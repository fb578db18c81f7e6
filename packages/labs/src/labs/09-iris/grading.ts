import { scope } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import type { DatasetOptions } from '../../define-lab';
import { ask, near } from '../../exercises/ask';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { readable } from '../../texts';
import { hints } from './hints';
import { loadIris } from './iris-data';
import { irisNetwork } from './networks';

/** How lab 9's exercise is judged. */
export const exercise: Exercise = {
  lab: 'iris',
  steps: [
    {
      id: 'reorder',
      title: { en: 'Shuffle rows and species together', zh: '测量值和品种一起打乱' },
      hints: hints.reorder,
      check: checkReorder,
    },
    { id: 'loss', title: { en: 'Write the loss', zh: '写损失函数' }, hints: hints.loss, check: checkLoss },
    { id: 'descend', title: { en: 'Take one step down', zh: '下降一步' }, hints: hints.descend, check: checkDescend },
    { id: 'loop', title: { en: 'Write the loop', zh: '写训练循环' }, hints: hints.loop, check: checkLoop },
    {
      id: 'accuracy',
      title: { en: 'Count what is right', zh: '计算准确率' },
      hints: hints.accuracy,
      check: checkAccuracy,
    },
  ],
};

async function checkReorder(work: Work): Promise<void> {
  const [x, y] = [
    [[1], [2], [3]],
    [0, 1, 2],
  ];
  const answer = (await ask(work, 'reorder', structuredClone({ x, y }), [2, 0, 1])) as { x?: number[][]; y?: number[] };
  const [rows, species] = [(answer.x ?? []).flat(), answer.y ?? []];
  const moved = { x: !near(rows, [1, 2, 3]), y: !near(species, y) };
  if (moved.x !== moved.y) {
    throw new Mistake('labels-of-others', {
      en: `Only the ${moved.x ? 'lengths' : 'species'} are in the new order: each flower has the ${moved.x ? 'species' : 'lengths'} of another. One order must move both.`,
      zh: `只有${moved.x ? '长度' : '品种'}换了顺序：每朵花配上了别的花的${moved.x ? '品种' : '长度'}。两者必须用同一个顺序。`,
    });
  }
  if (!moved.x) {
    throw new Mistake('nothing-moved', { en: 'The flowers are in their old order.', zh: '花还是原来的顺序。' });
  }
  if (near(rows, [2, 3, 1]) && near(species, [1, 2, 0])) {
    throw new Mistake('order-turned-round', {
      en: '`order[0]` is 2, so the third flower comes first. Yours has moved the first flower to the third place.',
      zh: '`order[0]` 是 2，所以第三朵花排第一。你的做法是把第一朵移到了第三位。',
    });
  }
  if (!near(rows, [3, 1, 2]) || !near(species, [2, 0, 1])) {
    throw new Mistake('wrong-order', {
      en: `By the order 2, 0, 1 the species 0, 1, 2 become 2, 0, 1. Yours: ${species.join(', ')}.`,
      zh: `按顺序 2、0、1，品种 0、1、2 应变成 2、0、1。你的结果：${species.join('、')}。`,
    });
  }
}

async function checkLoss(work: Work): Promise<void> {
  const rows = [
    [2, 0, -1],
    [0.5, 1.5, 0],
  ];
  const labels = [0, 2];
  const [logits, species] = [tf.tensor2d(rows), tf.tensor1d(labels, 'int32')];
  const answer = await ask(work, 'crossEntropy', logits, species);
  if (!(answer instanceof tf.Tensor) || answer.size !== 1) {
    const shape = answer instanceof tf.Tensor ? `[${answer.shape.join(', ')}]` : String(answer);
    throw new Mistake('not-a-scalar', {
      en: `The loss is one number, a scalar tensor. Yours: ${shape}. Is the mean over the rows missing?`,
      zh: `损失是一个数，即标量张量。你的是：${shape}。是不是忘了对各行取平均？`,
    });
  }
  const value = (await answer.data())[0]!;
  tf.dispose([answer, logits, species]);
  const log = (row: number[], at: number) => row[at]! - Math.log(row.reduce((sum, own) => sum + Math.exp(own), 0));
  const each = rows.map((row, index) => -log(row, labels[index]!));
  const mean = (each[0]! + each[1]!) / 2;
  const twice = rows.map(
    (row, index) =>
      -log(
        row.map((_, at) => Math.exp(log(row, at))),
        labels[index]!,
      ),
  );
  const plain = rows.map((row, index) => -row[labels[index]!]!);
  const is = (wanted: number) => Math.abs(value - wanted) < 1e-4;
  if (is(mean)) return;
  if (is(-mean))
    throw new Mistake('minus-forgotten', {
      en: 'The minus is missing: this loss is negative, and training would make it worse.',
      zh: '缺少负号：损失成了负数，训练会越来越差。',
    });
  if (is(2 * mean))
    throw new Mistake('sum-not-mean', {
      en: 'That is the sum over the rows. Take the mean, or the steps grow with the number of flowers.',
      zh: '这是各行之和。请取平均，否则步子会随花的数量变大。',
    });
  if (is(mean / 3))
    throw new Mistake('mean-of-zeros', {
      en: 'The mean goes over all three columns, of which two are 0. Sum along the row first.',
      zh: '平均包括了三列，其中两列是 0。请先沿行求和。',
    });
  if (is((twice[0]! + twice[1]!) / 2))
    throw new Mistake('softmax-twice', {
      en: 'Softmax is applied twice. `tf.logSoftmax` does it already.',
      zh: 'softmax 做了两次。`tf.logSoftmax` 已经包含它。',
    });
  if (is((plain[0]! + plain[1]!) / 2))
    throw new Mistake('softmax-missing', {
      en: 'The logits are taken for logarithms of probabilities: softmax is missing.',
      zh: '把 logits 当成了概率的对数：缺少 softmax。',
    });
  throw new Mistake('wrong-loss', {
    en: `For the example it is ${readable(mean, 4)}. Yours: ${readable(value, 4)}.`,
    zh: `例子的损失应为 ${readable(mean, 4)}。你的结果：${readable(value, 4)}。`,
  });
}

/** A model of one layer whose loss is known by hand, and four flowers. */
function example() {
  const model = new Sequential([new Dense({ units: 3, inputShape: [4], kernelInitializer: 'zeros' })]);
  const x = tf.tensor2d([
    [5, 3, 1, 0],
    [6, 3, 4, 1],
    [7, 3, 5, 2],
    [5, 4, 1, 0],
  ]);
  return { model, x, labels: tf.tensor1d([0, 1, 2, 0], 'int32') };
}

async function checkDescend(work: Work): Promise<void> {
  const { model, x, labels } = example();
  await ask(
    { descend: async (...inputs: unknown[]) => (await call(work, 'descend', inputs)) ?? true },
    'descend',
    model,
    x,
    labels,
    0.1,
  );
  const moved = scope(() => model.trainableWeights.map((weight) => tf.clone(weight.read())));
  const [kernel, bias] = await Promise.all(moved.map((tensor) => tensor.data()));
  tf.dispose(moved);
  // Equal logits: the gradient of the bias is 1/3 less the share of each species, 1/2, 1/4, 1/4.
  const wanted = [0.1 / 6, -0.1 / 12, -0.1 / 12];
  const still = (values: ArrayLike<number>) => near(values, new Array(values.length).fill(0), 1e-9);
  dispose(model, x, labels);
  if (still(kernel!) && still(bias!)) {
    throw new Mistake('nothing-changes', {
      en: 'No weight has changed. A weight is moved with `weight.assign(…)`.',
      zh: '没有权重改变。要用 `weight.assign(…)` 移动权重。',
    });
  }
  if (still(kernel!) || still(bias!)) {
    throw new Mistake('some-weights-only', {
      en: `Only the ${still(kernel!) ? 'bias' : 'kernel'} has changed. Every weight of \`model.trainableWeights\` takes its step.`,
      zh: `只有${still(kernel!) ? '偏置' : '核'}改变了。\`model.trainableWeights\` 的每个权重都要走一步。`,
    });
  }
  if (near(bias!, wanted)) return;
  if (
    near(
      bias!,
      wanted.map((value) => -value),
    )
  ) {
    throw new Mistake('climbs', {
      en: 'The weights go uphill: the loss becomes larger. Subtract the gradient.',
      zh: '权重在上坡：损失变大了。应减去梯度。',
    });
  }
  if (
    near(
      bias!,
      wanted.map((value) => 10 * value),
    )
  ) {
    throw new Mistake('rate-forgotten', {
      en: 'The step is ten times too large: the gradient is not multiplied by `rate` (0.1).',
      zh: '步子大了十倍：梯度没有乘以 `rate`（0.1）。',
    });
  }
  throw new Mistake('wrong-step', {
    en: `After one step the biases are ${wanted.map((value) => readable(value, 4)).join(', ')}. Yours: ${Array.from(bias!, (value) => readable(value, 4)).join(', ')}.`,
    zh: `一步之后偏置应为 ${wanted.map((value) => readable(value, 4)).join('、')}。你的结果：${Array.from(bias!, (value) => readable(value, 4)).join('、')}。`,
  });
}

/** A function that need not return anything. */
async function call(work: Work, name: string, inputs: unknown[]): Promise<unknown> {
  try {
    return await ask(work, name, ...inputs);
  } catch (error) {
    if (error instanceof Mistake && error.id === 'returns-nothing') return undefined;
    throw error;
  }
}

function dispose(model: Sequential, ...tensors: tf.Tensor[]): void {
  model.dispose();
  tf.dispose(tensors);
}

async function checkLoop(work: Work, datasets: DatasetOptions): Promise<void> {
  const { train } = await loadIris(datasets);
  const model = irisNetwork();
  const [x, labels] = [tf.tensor2d(train.x.data, train.x.shape), tf.tensor1d(Int32Array.from(train.y), 'int32')];
  const steps = 40;
  const losses = (await ask(work, 'trainLoop', model, x, labels, steps, 0.05)) as number[];
  dispose(model, x, labels);
  if (!Array.isArray(losses) || losses.length !== steps || !losses.every((loss) => typeof loss === 'number')) {
    throw new Mistake('not-one-loss-a-step', {
      en: `The loop is to return a list of ${steps} numbers, one loss for each step. Yours: ${Array.isArray(losses) ? `${losses.length} of ${typeof losses[0]}` : typeof losses}.`,
      zh: `循环应返回 ${steps} 个数的列表，每步一个损失。你的是：${Array.isArray(losses) ? `${losses.length} 个 ${typeof losses[0]}` : typeof losses}。`,
    });
  }
  if (!(losses.at(-1)! < 0.95 * losses[0]!)) {
    throw new Mistake('does-not-learn', {
      en: `The loss went from ${readable(losses[0]!, 3)} to ${readable(losses.at(-1)!, 3)}. Is \`descend\` called in every step?`,
      zh: `损失从 ${readable(losses[0]!, 3)} 变到 ${readable(losses.at(-1)!, 3)}。每一步都调用 \`descend\` 了吗？`,
    });
  }
}

async function checkAccuracy(work: Work): Promise<void> {
  const logits = [
    [-3, -1, -2],
    [2, 0, 1],
    [0, 1, 5],
    [4, 1, 1],
  ];
  const answer = Number(await ask(work, 'accuracy', logits, [1, 0, 2, 1]));
  if (answer === 0.75) return;
  if (answer === 3)
    throw new Mistake('count-not-share', {
      en: 'That is how many are right (3). Divide by all of them.',
      zh: '这是正确的个数（3）。请除以总数。',
    });
  if (answer === 75)
    throw new Mistake('percent-not-share', {
      en: 'That is in percent. A share goes from 0 to 1: 0.75.',
      zh: '这是百分数。比例从 0 到 1：0.75。',
    });
  if (answer === 0.25)
    throw new Mistake('counted-wrong-ones', {
      en: 'That is the share of those that are wrong.',
      zh: '这是错误的比例。',
    });
  throw new Mistake('wrong-accuracy', {
    en: `Three of the four rows are right: 0.75. Yours: ${answer}.`,
    zh: `四行中有三行正确：0.75。你的结果：${answer}。`,
  });
}
