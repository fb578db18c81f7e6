import { fashionMnist } from '@tenlab/datasets';
import { Callback, type Sequential } from '@tenlab/layers';
import type { DatasetOptions } from '../../define-lab';
import { ask, listenTo, near, numbersOf } from '../../exercises/ask';
import { builtModel } from '../../exercises/built-model';
import {
  callbacksOf,
  checkFitOf,
  checkLossOfClasses,
  checkNetwork,
  expectModel,
  shortFit,
} from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { readable } from '../../texts';
import { normalise } from '../shared/pixels';
import { hints } from './hints';

/** How lab 2's exercise is judged. */
export const exercise: Exercise = {
  lab: 'fashion-mnist',
  steps: [
    { id: 'pool', title: { en: 'Pool by hand', zh: '亲手做池化' }, hints: hints.pool, check: checkPool },
    { id: 'model', title: { en: 'Build the network', zh: '建立网络' }, hints: hints.model, check: checkModel },
    {
      id: 'compile',
      title: { en: 'Compile it', zh: '编译' },
      hints: hints.compile,
      check: async (work) => (await compiled(work)).dispose(),
    },
    { id: 'stop', title: { en: 'Stop when it is good', zh: '足够好就停' }, hints: hints.stop, check: checkStop },
    { id: 'train', title: { en: 'Train it', zh: '训练' }, hints: hints.train, check: checkTraining },
    {
      id: 'answer',
      title: { en: 'Name what it sees', zh: '说出看到的是什么' },
      hints: hints.answer,
      check: checkAnswer,
    },
  ],
};

async function checkPool(work: Work): Promise<void> {
  const picture = [
    [1, 3, 2, 1],
    [4, 6, 5, 0],
    [7, 2, 9, 8],
    [1, 0, 3, 4],
  ];
  const values = Array.from(numbersOf(await ask(work, 'maxPool', structuredClone(picture))));
  if (near(values, [6, 5, 7, 9])) return;
  if (near(values, [3.5, 2, 2.5, 6])) {
    throw new Mistake('mean-not-max', {
      en: 'These are the means of the blocks. Max pooling keeps the largest of each.',
      zh: '这是各块的平均值。最大池化保留每块里最大的数。',
    });
  }
  if (near(values, [6, 6, 5, 7, 9, 9, 7, 9, 9])) {
    throw new Mistake('blocks-overlap', {
      en: 'The blocks overlap: after one block of two columns comes the next, two further on. Four rows become two.',
      zh: '块与块重叠了：一个两列的块之后，下一个从再往后两列开始。四行变成两行。',
    });
  }
  throw new Mistake('wrong-pool', {
    en: `Of the four blocks of the example the largest are 6, 5, 7, 9. Yours: ${values.join(', ')}.`,
    zh: `例子里四个块的最大值是 6、5、7、9。你的结果：${values.join('、')}。`,
  });
}

function built(work: Work): Promise<Sequential> {
  return builtModel(work, 'buildModel', '[28, 28, 1]');
}

async function checkModel(work: Work): Promise<void> {
  const model = await built(work);
  checkNetwork(model, { input: [28, 28, 1], outputs: 10, parameters: 101_770 });
  model.dispose();
}

async function compiled(work: Work): Promise<Sequential> {
  const model = await built(work);
  const heard = listenTo(model, 'compile');
  const answer = expectModel(await ask(work, 'compileModel', model));
  checkLossOfClasses(answer, heard[0]?.inputs[0]);
  return answer;
}

async function checkStop(work: Work): Promise<void> {
  const callback = await ask(work, 'stopWhenGood');
  if (!(callback instanceof Callback)) {
    throw new Mistake('not-a-callback', {
      en: 'The function must return a callback: an object of a class that extends `Callback`, such as `new StopWhen({ … })`.',
      zh: '函数必须返回回调：一个继承 `Callback` 的类的对象，例如 `new StopWhen({ … })`。',
    });
  }
  const stopsAfter = async (...accuracies: number[]) => {
    const model = { stopTraining: false } as Sequential;
    callback.setModel(model);
    callback.setParams({ epochs: 9, steps: 1, verbose: 0 });
    await callback.onTrainBegin({});
    for (const [epoch, accuracy] of accuracies.entries())
      await callback.onEpochEnd(epoch, { accuracy, loss: 1 - accuracy });
    return model.stopTraining;
  };
  if (await stopsAfter(0.5, 0.89)) {
    throw new Mistake('stops-too-soon', {
      en: 'It stops at an accuracy of 0.89. It shall go on until the accuracy is greater than 0.9.',
      zh: '准确率 0.89 时就停了。应该一直训练到准确率超过 0.9。',
    });
  }
  if (!(await stopsAfter(0.5, 0.91))) {
    throw new Mistake('never-stops', {
      en: 'It does not stop after an epoch with an accuracy of 0.91. Is it `accuracy` that it watches, at the end of an epoch?',
      zh: '某个轮次的准确率达到 0.91 也没有停。它看的是轮次结束时的 `accuracy` 吗？',
    });
  }
}

async function checkTraining(work: Work, datasets: DatasetOptions): Promise<void> {
  const { train, test } = await fashionMnist(datasets);
  const examples = ({ x, y }: typeof train, count: number) => ({
    x: normalise(x.slice(0, count)),
    y: y.data.slice(0, count),
  });
  const [training, tested] = [examples(train, 1920), examples(test, 480)];
  const model = await compiled(work);
  const heard = listenTo(model, 'fit', shortFit);
  let failure: unknown;
  try {
    expectModel(await ask(work, 'train', model, training, tested));
  } catch (error) {
    failure = error;
  }
  checkFitOf(heard, training, tested, failure);
  const { validationSplit = 0, validationData } = (heard[0]?.inputs[2] ?? {}) as Record<string, unknown>;
  if (validationData !== undefined) {
    throw new Mistake('validated-on-test', {
      en: 'The test pictures are for the very end: whoever chooses by them has no honest test left. Hold back training pictures with `validationSplit`.',
      zh: '测试图片要留到最后：按它们做选择，就没有诚实的测试了。请用 `validationSplit` 留出训练图片。',
    });
  }
  if (validationSplit !== 0.1) {
    throw new Mistake('no-validation', {
      en: `A tenth of the pictures is to be held back: \`validationSplit: 0.1\`. Yours: ${String(validationSplit)}.`,
      zh: `要留出十分之一的图片：\`validationSplit: 0.1\`。你的是：${String(validationSplit)}。`,
    });
  }
  if (callbacksOf(heard[0]).length === 0) {
    throw new Mistake('no-callback', {
      en: 'The callback of step 4 is not used: `callbacks: [stopWhenGood()]`.',
      zh: '没有用上第 4 步的回调：`callbacks: [stopWhenGood()]`。',
    });
  }
  const { accuracy = 0 } = await model.evaluate(tested.x, tested.y, { returnDict: true, verbose: 0 });
  model.dispose();
  if (accuracy < 0.5) {
    throw new Mistake('does-not-learn', {
      en: `After training it names ${readable(100 * accuracy, 1)} % right; a good one names over half right after two epochs of so few pictures.`,
      zh: `训练之后正确率只有 ${readable(100 * accuracy, 1)} %；在这么少的图片上训练两个轮次也应超过一半。`,
    });
  }
}

async function checkAnswer(work: Work): Promise<void> {
  const names = ['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];
  const probabilities = Float32Array.of(0, 0, 0.01, 0, 0.01, 0.02, 0, 0.06, 0.1, 0.8);
  const answer = await ask(work, 'nameOf', probabilities, [...names]).catch((error: unknown) => {
    // Counted from 1, the tenth class lies beyond the last name.
    if (error instanceof Mistake && error.id === 'returns-nothing') throw countedFromOne();
    throw error;
  });
  if (answer === 9 || answer === '9') {
    throw new Mistake('number-not-name', {
      en: 'That is the number of the class (9). Its name stands at this place of `classNames`.',
      zh: '这是类别的编号（9）。名字在 `classNames` 的这个位置。',
    });
  }
  if (answer === 'Bag') throw countedFromOne();
  if (answer !== 'Ankle boot') {
    throw new Mistake('wrong-name', {
      en: `The largest probability is the last: Ankle boot. Yours: ${String(answer)}.`,
      zh: `最大的概率是最后一个：Ankle boot。你的答案：${String(answer)}。`,
    });
  }
}

function countedFromOne(): Mistake {
  return new Mistake('counted-from-one', {
    en: 'Places count from 0: label 9 is the tenth class, and `classNames[9]` its name.',
    zh: '位置从 0 数起：标签 9 是第十类，名字是 `classNames[9]`。',
  });
}
