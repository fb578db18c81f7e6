import type { Layer, Sequential } from '@tenlab/layers';
import type { DatasetOptions } from '../../define-lab';
import { ask, listenTo, near, numbersOf } from '../../exercises/ask';
import { checkFitOf, checkNetwork, expectModel, shapeMistake, shortFit } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { loadReviews, type ReviewPart } from '../shared/reviews';
import { hints } from './hints';
import { multiHot } from './multi-hot';

const words = 1000;

/** How lab 5's exercise is judged. */
export const exercise: Exercise = {
  lab: 'overfitting',
  steps: [
    {
      id: 'multi-hot',
      title: { en: 'Which words a text holds', zh: '一段文字有哪些词' },
      hints: hints.multiHot,
      check: checkMultiHot,
    },
    {
      id: 'model',
      title: { en: 'Build networks of any size', zh: '建立任意大小的网络' },
      hints: hints.model,
      check: async (work) => (await built(work, 'buildModel')).dispose(),
    },
    {
      id: 'regularised',
      title: { en: 'Hold one back', zh: '给网络加约束' },
      hints: hints.regularised,
      check: checkRegularised,
    },
    { id: 'train', title: { en: 'Train it', zh: '训练' }, hints: hints.train, check: checkTraining },
    { id: 'diagnose', title: { en: 'Read the curves', zh: '读懂曲线' }, hints: hints.diagnose, check: checkDiagnose },
  ],
};

async function checkMultiHot(work: Work): Promise<void> {
  const values = Array.from(numbersOf(await ask(work, 'multiHot', [1, 4, 4, 2, 0, 0], 6)));
  if (near(values, [0, 1, 1, 0, 1, 0])) return;
  if (near(values, [0, 1, 1, 0, 2, 0])) {
    throw new Mistake('counts-not-ones', {
      en: 'Word 4 comes twice and its place holds 2. A 1 is enough: the row says whether, not how often.',
      zh: '词 4 出现两次，它的位置是 2。只要 1：这一行说的是有没有，不是有几次。',
    });
  }
  if (near(values, [1, 1, 1, 0, 1, 0])) {
    throw new Mistake('padding-counted', {
      en: 'Place 0 holds a 1. Number 0 fills up short texts; it is no word.',
      zh: '位置 0 是 1。编号 0 用来补齐短文本，不是词。',
    });
  }
  throw new Mistake('wrong-row', {
    en: `Words 1, 4, 4, 2 of 6 are 0, 1, 1, 0, 1, 0. Yours: ${values.join(', ')}.`,
    zh: `6 个词中的 1、4、4、2 是 0、1、1、0、1、0。你的结果：${values.join('、')}。`,
  });
}

async function built(work: Work, name: 'buildModel' | 'buildRegularised'): Promise<Sequential> {
  let model: Sequential | undefined;
  // Two sizes: whoever has written one of them into the layers is found by the other.
  for (const units of [4, 16]) {
    model?.dispose();
    try {
      model = expectModel(await ask(work, name, units));
    } catch (error) {
      throw shapeMistake(error, `[${words}]`);
    }
    checkNetwork(model, {
      input: [words],
      outputs: 1,
      parameters: words * units + units + units * units + units + units + 1,
    });
  }
  return model!;
}

async function checkRegularised(work: Work): Promise<void> {
  const model = await built(work, 'buildRegularised');
  const { layers } = model;
  model.dispose();
  const kinds = layers.map((layer) => layer.constructor.name);
  const rates = layers
    .filter((layer) => layer.constructor.name === 'Dropout')
    .map((layer) => Number(layer.getConfig().rate));
  if (rates.length === 0) {
    throw new Mistake('dropout-missing', {
      en: 'There is no Dropout layer. One comes after each hidden layer.',
      zh: '没有 Dropout 层。每个隐藏层之后应有一个。',
    });
  }
  if (kinds.at(-1) === 'Dropout') {
    throw new Mistake('dropout-at-the-end', {
      en: 'A Dropout comes last: it would throw away half of the answers.',
      zh: '最后一层是 Dropout：它会丢掉一半的回答。',
    });
  }
  if (
    kinds.filter((kind) => kind !== 'InputLayer').join() !== 'Dense,Dropout,Dense,Dropout,Dense' ||
    !rates.every((rate) => rate === 0.5)
  ) {
    throw new Mistake('other-dropout', {
      en: `A Dropout of 0.5 comes after each of the two hidden layers. Yours: ${kinds.join(', ')}, rates ${rates.join(', ')}.`,
      zh: `两个隐藏层之后各有一个 0.5 的 Dropout。你的是：${kinds.join('、')}，比率 ${rates.join('、')}。`,
    });
  }
  const dense = layers.filter((layer) => layer.constructor.name === 'Dense');
  const penalties = dense.slice(0, 2).map((layer) => penaltyOf(layer, 'kernel_regularizer'));
  if (penalties.every((penalty) => penalty === undefined)) {
    if (dense.some((layer) => penaltyOf(layer, 'bias_regularizer') !== undefined)) {
      throw new Mistake('l2-on-bias', {
        en: 'L2 is on the bias. What learns by heart are the weights of the inputs: `kernelRegularizer`.',
        zh: 'L2 加在了偏置上。死记硬背的是输入的权重：请用 `kernelRegularizer`。',
      });
    }
    throw new Mistake('l2-missing', {
      en: 'No hidden layer has L2: `kernelRegularizer: new regularizers.L2({ l2: 0.001 })`.',
      zh: '隐藏层都没有 L2：`kernelRegularizer: new regularizers.L2({ l2: 0.001 })`。',
    });
  }
  if (!penalties.every((penalty) => penalty !== undefined && Math.abs(penalty - 0.001) < 1e-7)) {
    throw new Mistake('other-l2', {
      en: `Both hidden layers have an L2 of 0.001. Yours: ${penalties.map((penalty) => penalty ?? 'none').join(', ')}.`,
      zh: `两个隐藏层的 L2 都应是 0.001。你的是：${penalties.map((penalty) => penalty ?? '无').join('、')}。`,
    });
  }
}

function penaltyOf(layer: Layer, which: string): number | undefined {
  const found = (layer.getConfig() as Record<string, unknown>)[which];
  return found === null || found === undefined ? undefined : Number(/"l2":([\d.e-]+)/.exec(JSON.stringify(found))?.[1]);
}

async function checkTraining(work: Work, datasets: DatasetOptions): Promise<void> {
  const data = await loadReviews(datasets, { numWords: words, limit: 640 });
  const given = ({ x, y }: ReviewPart) => {
    const rows = multiHot(x, words);
    return { x: { data: rows.data, shape: [...rows.shape] }, y: Uint8Array.from(y.data) };
  };
  const [training, validation, test] = [given(data.train), given(data.validation), given(data.test)];
  const model = await built(work, 'buildModel');
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] });
  const heard = listenTo(model, 'fit', (inputs) => shortFit(inputs));
  let failure: unknown;
  let history: unknown;
  try {
    history = await ask(work, 'train', model, training, validation);
  } catch (error) {
    failure = error;
  }
  if (near(numbersOf(heard[0]?.inputs[0]), validation.x.data)) {
    throw new Mistake('validation-in-fit', {
      en: 'It learns from the validation texts: then they cannot tell when it begins to learn by heart.',
      zh: '它在学习验证文本：这样就无法看出何时开始死记硬背。',
    });
  }
  checkFitOf(heard, training, test, failure);
  model.dispose();
  if (!Array.isArray((history as Record<string, unknown> | null)?.loss)) {
    const whole = Array.isArray((history as { history?: { loss?: unknown } } | null)?.history?.loss);
    throw new Mistake('no-history', {
      en: whole
        ? 'That is what `fit` returns; the curves are in its `history`.'
        : 'The function must return what each metric did: the `history` of what `fit` returns.',
      zh: whole
        ? '这是 `fit` 返回的对象，曲线在它的 `history` 里。'
        : '函数必须返回各项指标的变化：`fit` 返回值里的 `history`。',
    });
  }
  if ((history as Record<string, unknown>).val_loss === undefined) {
    throw new Mistake('no-validation', {
      en: 'There is no `val_loss`: give `fit` the validation texts as `validationData`.',
      zh: '没有 `val_loss`：请把验证文本作为 `validationData` 交给 `fit`。',
    });
  }
}

async function checkDiagnose(work: Work): Promise<void> {
  const cases: [loss: number[], validation: number[], expected: string][] = [
    [[0.6, 0.4, 0.2, 0.1], [0.6, 0.5, 0.55, 0.7], 'overfitting'],
    [[0.69, 0.67, 0.65, 0.63], [0.69, 0.68, 0.66, 0.65], 'underfitting'],
    [[0.6, 0.4, 0.38, 0.37], [0.6, 0.45, 0.44, 0.45], 'fine'],
  ];
  for (const [loss, validation, expected] of cases) {
    const answer = await ask(work, 'diagnose', [...loss], [...validation]);
    if (answer === expected) continue;
    const curves = {
      en: `Loss ${loss.join(', ')}, validation loss ${validation.join(', ')}`,
      zh: `损失 ${loss.join('、')}，验证损失 ${validation.join('、')}`,
    };
    throw new Mistake(`not-${expected}`, {
      en: `${curves.en}: that is ${expected}. Yours: ${String(answer)}.`,
      zh: `${curves.zh}：这是 ${expected}。你的答案：${String(answer)}。`,
    });
  }
}
