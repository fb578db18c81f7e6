import { EarlyStopping } from '@tenlab/callbacks';
import type { Sequential } from '@tenlab/layers';
import type { DatasetOptions } from '../../define-lab';
import { ask, listenTo, near, numbersOf } from '../../exercises/ask';
import { builtModel } from '../../exercises/built-model';
import { callbacksOf, checkFitOf, checkNetwork, expectModel, shortFit } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { checkLossOfNumbers } from '../../exercises/other-losses';
import { readable } from '../../texts';
import { type Cars, loadCars } from './cars-data';
import { hints } from './hints';

/** How lab 4's exercise is judged. */
export const exercise: Exercise = {
  lab: 'auto-mpg',
  steps: [
    {
      id: 'unknown',
      title: { en: 'Leave out what is unknown', zh: '去掉缺失的行' },
      hints: hints.unknown,
      check: checkUnknown,
    },
    {
      id: 'one-hot',
      title: { en: 'Make columns of a word', zh: '把词变成列' },
      hints: hints.oneHot,
      check: checkOneHot,
    },
    {
      id: 'normalise',
      title: { en: 'Bring features to one scale', zh: '统一特征的尺度' },
      hints: hints.normalise,
      check: checkNormalise,
    },
    { id: 'model', title: { en: 'Build the network', zh: '建立网络' }, hints: hints.model, check: checkModel },
    {
      id: 'compile',
      title: { en: 'Compile it', zh: '编译' },
      hints: hints.compile,
      check: async (work) => (await compiled(work)).dispose(),
    },
    {
      id: 'train',
      title: { en: 'Train, and stop in time', zh: '训练并及时停止' },
      hints: hints.train,
      check: checkTraining,
    },
    { id: 'error', title: { en: 'Measure the error', zh: '计算误差' }, hints: hints.error, check: checkError },
  ],
};

async function checkUnknown(work: Work): Promise<void> {
  const rows = [
    [1, 2],
    [Number.NaN, 3],
    [0, 5],
    [6, Number.NaN],
  ];
  const kept = (await ask(
    work,
    'withoutUnknown',
    rows.map((row) => [...row]),
  )) as number[][];
  const first = Array.isArray(kept) ? kept.map((row) => row[0]) : [];
  if (kept.length === 4 || kept.flat().some((value) => Number.isNaN(value))) {
    throw new Mistake('unknown-left', {
      en: 'Rows with NaN are still there. NaN equals nothing, not even itself: ask `Number.isNaN(value)`, of every value of a row.',
      zh: '还有含 NaN 的行。NaN 不等于任何东西，包括它自己：对每一行的每个值用 `Number.isNaN(value)`。',
    });
  }
  if (!first.includes(0)) {
    throw new Mistake('zero-dropped', {
      en: 'The row 0, 5 is gone. Zero is a value like others; only NaN is unknown.',
      zh: '行 0、5 不见了。0 也是正常的值，只有 NaN 才是缺失。',
    });
  }
  if (kept.length !== 2) {
    throw new Mistake('wrong-rows', {
      en: `Of the four rows two are whole. Yours: ${kept.length}.`,
      zh: `四行中有两行完整，你的结果是 ${kept.length} 行。`,
    });
  }
}

async function checkOneHot(work: Work): Promise<void> {
  const answer = await ask(work, 'oneHot', 'Europe', ['USA', 'Europe', 'Japan']);
  if (typeof answer === 'number') {
    throw new Mistake('as-number', {
      en: `${answer} is a number: it would say that one origin is twice another. Return three numbers, one of them 1.`,
      zh: `${answer} 是一个数，等于说一个产地是另一个的几倍。请返回三个数，其中一个为 1。`,
    });
  }
  const values = Array.from(numbersOf(answer));
  if (near(values, [0, 1, 0])) return;
  const moved = near(values, [0, 0, 1]) || near(values, [0, 0, 1, 0]);
  if (moved) {
    throw new Mistake('counted-from-one', {
      en: 'The 1 stands one place too far: places count from 0.',
      zh: '1 的位置多移了一位：位置从 0 数起。',
    });
  }
  throw new Mistake('wrong-columns', {
    en: `Europe among USA, Europe, Japan is 0, 1, 0. Yours: ${values.join(', ')}.`,
    zh: `USA、Europe、Japan 中的 Europe 是 0、1、0。你的结果：${values.join('、')}。`,
  });
}

async function checkNormalise(work: Work): Promise<void> {
  const [train, test] = [
    [2, 4, 6, 8],
    [5, 15],
  ];
  const answer = (await ask(work, 'normalise', [...train], [...test])) as { train?: number[]; test?: number[] };
  const [own, other] = [numbersOf(answer.train), numbersOf(answer.test)];
  const deviation = Math.sqrt(5);
  if (near(own, train)) {
    throw new Mistake('not-normalised', {
      en: 'The training values come back as they were.',
      zh: '训练数值原样返回，没有归一化。',
    });
  }
  if (
    near(
      own,
      train.map((value) => (value - 5) / 5),
    )
  ) {
    throw new Mistake('divided-by-variance', {
      en: 'The values are divided by the variance (5). The deviation is its square root.',
      zh: '除以的是方差（5）。标准差是它的平方根。',
    });
  }
  const [whole, sample] = [deviation, Math.sqrt(20 / 3)].map((by) =>
    near(
      own,
      train.map((value) => (value - 5) / by),
    ),
  );
  if (!whole && !sample) {
    throw new Mistake('wrong-scale', {
      en: `2, 4, 6, 8 have mean 5 and deviation ${readable(deviation, 3)}; they become -1.342, -0.447, 0.447, 1.342. Yours: ${Array.from(own, (value) => readable(value, 3)).join(', ')}.`,
      zh: `2、4、6、8 的均值是 5，标准差是 ${readable(deviation, 3)}；应变成 -1.342、-0.447、0.447、1.342。你的结果：${Array.from(own, (value) => readable(value, 3)).join('、')}。`,
    });
  }
  const by = whole ? deviation : Math.sqrt(20 / 3);
  if (
    near(
      other,
      test.map((value) => (value - 5) / by),
    )
  )
    return;
  if (near(other, test)) {
    throw new Mistake('test-not-normalised', {
      en: 'The test values come back as they were. The network knows normalised values only.',
      zh: '测试数值原样返回。网络只认识归一化后的数值。',
    });
  }
  if (Math.abs(other[0]! + other[1]!) < 1e-4) {
    throw new Mistake('statistics-of-test', {
      en: 'The test values are normalised by their own mean: so a test car far from all others looks like any. Use the mean and the deviation of the training values.',
      zh: '测试数值用了它们自己的均值：与众不同的测试车看起来就和别的一样。请用训练数据的均值和标准差。',
    });
  }
  throw new Mistake('wrong-test-scale', {
    en: `The test values 5 and 15 become 0 and ${readable(10 / by, 3)}, by the mean and the deviation of the training values. Yours: ${Array.from(other, (value) => readable(value, 3)).join(', ')}.`,
    zh: `按训练数据的均值和标准差，测试值 5 和 15 应变成 0 和 ${readable(10 / by, 3)}。你的结果：${Array.from(other, (value) => readable(value, 3)).join('、')}。`,
  });
}

function built(work: Work): Promise<Sequential> {
  return builtModel(work, 'buildModel', '[9]');
}

async function checkModel(work: Work): Promise<void> {
  const model = await built(work);
  checkNetwork(model, { input: [9], outputs: 1, parameters: 4865 });
  model.dispose();
}

async function compiled(work: Work): Promise<Sequential> {
  const model = await built(work);
  const heard = listenTo(model, 'compile');
  const answer = expectModel(await ask(work, 'compileModel', model));
  checkLossOfNumbers(answer, heard[0]?.inputs[0]);
  return answer;
}

async function checkTraining(work: Work, datasets: DatasetOptions): Promise<void> {
  const data = await loadCars(datasets);
  const given = ({ x, mpg }: Cars) => ({ x: { data: x.data, shape: [...x.shape] }, y: mpg });
  const [training, test] = [given(data.train), given(data.test)];
  const model = await compiled(work);
  const heard = listenTo(model, 'fit', (inputs) => shortFit(inputs, 60));
  let failure: unknown;
  try {
    expectModel(await ask(work, 'train', model, training, test));
  } catch (error) {
    failure = error;
  }
  checkFitOf(heard, training, test, failure);
  const { validationSplit = 0 } = (heard[0]?.inputs[2] ?? {}) as { validationSplit?: number };
  if (validationSplit !== 0.2) {
    throw new Mistake('no-validation', {
      en: `A fifth is to be held back: \`validationSplit: 0.2\`. Yours: ${String(validationSplit)}.`,
      zh: `要留出五分之一：\`validationSplit: 0.2\`。你的是：${String(validationSplit)}。`,
    });
  }
  const stopping = callbacksOf(heard[0]).find((callback) => callback instanceof EarlyStopping);
  if (stopping === undefined) {
    throw new Mistake('no-early-stopping', {
      en: 'Nobody stops the training: put `new EarlyStopping({ … })` into `callbacks`.',
      zh: '没有人停止训练：请在 `callbacks` 里放 `new EarlyStopping({ … })`。',
    });
  }
  if (!(await stopsByValidation(stopping as EarlyStopping))) {
    throw new Mistake('watches-training-loss', {
      en: "It does not stop where the validation loss rises and the training loss falls. Let it watch the former: `monitor: 'val_loss'`, `patience: 10`.",
      zh: "验证损失上升而训练损失下降时，它没有停。请让它看验证损失：`monitor: 'val_loss'`、`patience: 10`。",
    });
  }
  const { mae = Number.NaN } = await model.evaluate(test.x, test.y, { returnDict: true, verbose: 0 });
  model.dispose();
  if (!(mae < 5)) {
    throw new Mistake('does-not-learn', {
      en: `After training it is off by ${readable(mae, 1)} miles per gallon; always saying the mean is off by 6.`,
      zh: `训练之后平均差 ${readable(mae, 1)} 英里；总是回答平均值也只差 6。`,
    });
  }
}

/** Whether it stops within 11 epochs of a validation loss that only rises. */
async function stopsByValidation(stopping: EarlyStopping): Promise<boolean> {
  const model = { stopTraining: false, trainableWeights: [], weights: [] } as unknown as Sequential;
  stopping.setModel(model);
  stopping.setParams({ epochs: 99, steps: 1, verbose: 0, validation: true });
  await stopping.onTrainBegin();
  for (let epoch = 0; epoch < 11; epoch++)
    await stopping.onEpochEnd(epoch, { loss: 9 - epoch / 9, mae: 3, val_loss: 5 + epoch, val_mae: 3 });
  return model.stopTraining;
}

async function checkError(work: Work): Promise<void> {
  const answer = Number(await ask(work, 'meanAbsoluteError', [10, 20, 30, 40], [12, 18, 33, 39]));
  if (Math.abs(answer - 2) < 1e-6) return;
  const named: [value: number, id: string, en: string, zh: string][] = [
    [
      0.5,
      'signs-cancel',
      'Too much and too little cancel out: the differences 2, -2, 3, -1 lost nothing of their signs. Take `Math.abs`.',
      '多和少互相抵消了：差是 2、-2、3、-1，符号还在。请用 `Math.abs`。',
    ],
    [8, 'sum-not-mean', 'That is the sum (8). Divide by the number of cars.', '这是总和（8）。请除以车的数量。'],
    [
      4.5,
      'squared',
      'That is the mean of the squares (4.5), the mean squared error.',
      '这是平方的平均（4.5），即均方误差。',
    ],
  ];
  for (const [value, id, en, zh] of named)
    if (Math.abs(Math.abs(answer) - value) < 1e-6) throw new Mistake(id, { en, zh });
  throw new Mistake('wrong-error', {
    en: `10, 20, 30, 40 and 12, 18, 33, 39 differ by 2, 2, 3, 1: by 2 on average. Yours: ${answer}.`,
    zh: `10、20、30、40 与 12、18、33、39 相差 2、2、3、1，平均 2。你的结果：${answer}。`,
  });
}
