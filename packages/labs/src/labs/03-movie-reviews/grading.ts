import type { Sequential } from '@tenlab/layers';
import type { DatasetOptions } from '../../define-lab';
import { ask, listenTo, near, numbersOf } from '../../exercises/ask';
import { builtModel } from '../../exercises/built-model';
import { checkFitOf, checkNetwork, expectModel, shortFit } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { checkLossOfYesNo } from '../../exercises/other-losses';
import { readable } from '../../texts';
import { loadReviews, type ReviewPart } from '../shared/reviews';
import { hints } from './hints';

/** How lab 3's exercise is judged. */
export const exercise: Exercise = {
  lab: 'movie-reviews',
  steps: [
    {
      id: 'encode',
      title: { en: 'Turn words into numbers', zh: '把词变成数' },
      hints: hints.encode,
      check: checkEncode,
    },
    { id: 'pad', title: { en: 'Bring texts to one length', zh: '凑成同一长度' }, hints: hints.pad, check: checkPad },
    { id: 'model', title: { en: 'Build the network', zh: '建立网络' }, hints: hints.model, check: checkModel },
    {
      id: 'compile',
      title: { en: 'Compile it', zh: '编译' },
      hints: hints.compile,
      check: async (work) => (await compiled(work)).dispose(),
    },
    { id: 'train', title: { en: 'Train it', zh: '训练' }, hints: hints.train, check: checkTraining },
    { id: 'best', title: { en: 'Find the best epoch', zh: '找出最好的轮次' }, hints: hints.best, check: checkBest },
  ],
};

async function checkEncode(work: Work): Promise<void> {
  const index = new Map([
    ['a', 3],
    ['good', 4],
    ['film', 5],
  ]);
  const values = Array.from((await ask(work, 'encode', ['a', 'marvellous', 'film'], index)) as number[]);
  if (near(values, [1, 3, 2, 5])) return;
  if (near(values, [3, 2, 5]) || near(values, [3, 5])) {
    throw new Mistake('start-forgotten', {
      en: 'The 1 that marks the start of a text is missing.',
      zh: '缺少表示开头的 1。',
    });
  }
  if (near(values, [1, 3, 5])) {
    throw new Mistake('unknown-dropped', {
      en: 'The word that has no number is left out. It becomes 2: that there was a word is worth knowing.',
      zh: '没有编号的词被丢掉了。它应变成 2：有过一个词，这也值得知道。',
    });
  }
  if (values.some((value) => typeof value !== 'number' || Number.isNaN(value))) {
    throw new Mistake('unknown-not-a-number', {
      en: `A word that has no number gives ${String(values.find((value) => typeof value !== 'number' || Number.isNaN(value)))}. It must become 2.`,
      zh: `没有编号的词得到了 ${String(values.find((value) => typeof value !== 'number' || Number.isNaN(value)))}，应变成 2。`,
    });
  }
  throw new Mistake('wrong-numbers', {
    en: `“a marvellous film” must become 1, 3, 2, 5. Yours: ${values.join(', ')}.`,
    zh: `“a marvellous film”应变成 1、3、2、5。你的结果：${values.join('、')}。`,
  });
}

async function checkPad(work: Work): Promise<void> {
  const given = [1, 7, 8];
  const padded = Array.from(numbersOf(await ask(work, 'pad', given, 5)));
  if (near(padded, [0, 0, 1, 7, 8])) {
    throw new Mistake('padded-in-front', {
      en: 'The zeros stand in front. They belong behind the text.',
      zh: '0 补在了前面，应补在文本后面。',
    });
  }
  if (padded.length !== 5) {
    throw new Mistake('not-filled', {
      en: `Three numbers brought to the length 5 are ${padded.length}. All texts must have one length, or they are no table.`,
      zh: `三个数凑成长度 5，结果却有 ${padded.length} 个。所有文本必须等长，否则排不成表。`,
    });
  }
  if (!near(padded, [1, 7, 8, 0, 0])) {
    throw new Mistake('wrong-padding', {
      en: `1, 7, 8 brought to the length 5 is 1, 7, 8, 0, 0. Yours: ${padded.join(', ')}.`,
      zh: `1、7、8 凑成长度 5 是 1、7、8、0、0。你的结果：${padded.join('、')}。`,
    });
  }
  if (given.length !== 3) {
    throw new Mistake('input-changed', {
      en: 'The numbers that were given have changed: `push` writes into them. Make a new array.',
      zh: '传入的数被改动了：`push` 会写进原来的数组。请生成新数组。',
    });
  }
  const cut = Array.from(numbersOf(await ask(work, 'pad', [1, 7, 8, 9], 2)));
  if (near(cut, [8, 9])) {
    throw new Mistake('start-cut', {
      en: 'A text that is too long has lost its start. It is to lose its end.',
      zh: '太长的文本丢掉了开头，应去掉的是结尾。',
    });
  }
  if (!near(cut, [1, 7])) {
    throw new Mistake('not-cut', {
      en: `1, 7, 8, 9 brought to the length 2 is 1, 7. Yours: ${cut.join(', ')}.`,
      zh: `1、7、8、9 凑成长度 2 是 1、7。你的结果：${cut.join('、')}。`,
    });
  }
}

function built(work: Work): Promise<Sequential> {
  return builtModel(work, 'buildModel', '[null]');
}

async function checkModel(work: Work): Promise<void> {
  const model = await built(work);
  checkNetwork(model, { input: [null], outputs: 1, parameters: 160_289 });
  model.dispose();
}

async function compiled(work: Work): Promise<Sequential> {
  const model = await built(work);
  const heard = listenTo(model, 'compile');
  const answer = expectModel(await ask(work, 'compileModel', model));
  checkLossOfYesNo(answer, heard[0]?.inputs[0]);
  return answer;
}

async function checkTraining(work: Work, datasets: DatasetOptions): Promise<void> {
  const data = await loadReviews(datasets, { numWords: 10_000, limit: 960 });
  const given = ({ x, y }: ReviewPart) => ({ x: { data: x.data, shape: [...x.shape] }, y: Uint8Array.from(y.data) });
  const [training, validation, test] = [given(data.train), given(data.validation), given(data.test)];
  const model = await compiled(work);
  const heard = listenTo(model, 'fit', (inputs) => shortFit(inputs));
  let failure: unknown;
  try {
    expectModel(await ask(work, 'train', model, training, validation, test));
  } catch (error) {
    failure = error;
  }
  checkFitOf(heard, training, test, failure);
  model.dispose();
  const { validationData } = (heard[0]?.inputs[2] ?? {}) as { validationData?: unknown[] };
  const watched = numbersOf(validationData?.[0]);
  if (near(watched, test.x.data)) {
    throw new Mistake('validated-on-test', {
      en: 'Training is watched by the test texts: whoever chooses the best epoch by them has no honest test left.',
      zh: '用测试文本观察训练：按它们选出最好的轮次，就没有诚实的测试了。',
    });
  }
  if (!near(watched, validation.x.data)) {
    throw new Mistake('no-validation', {
      en: `Nobody watches: \`validationData\` holds ${readable(watched.length)} numbers, the validation texts are ${readable(validation.x.data.length)}.`,
      zh: `没有观察：\`validationData\` 有 ${readable(watched.length)} 个数，验证文本有 ${readable(validation.x.data.length)} 个。`,
    });
  }
}

async function checkBest(work: Work): Promise<void> {
  const history = { loss: [0.7, 0.5, 0.3, 0.2], val_loss: [0.69, 0.52, 0.47, 0.6] };
  const answer = await ask(work, 'bestEpoch', history);
  if (answer === 3) return;
  const known: Record<number, Mistake> = {
    2: new Mistake('counted-from-zero', {
      en: 'That is the place in the list (2). The first epoch is epoch 1: add one.',
      zh: '这是列表中的位置（2）。第一个轮次是 1，请加一。',
    }),
    4: new Mistake('training-loss', {
      en: 'Epoch 4 has the least training loss. It falls even where the network learns by heart: look at `val_loss`.',
      zh: '第 4 轮的训练损失最低。网络死记硬背时它也在下降：请看 `val_loss`。',
    }),
    1: new Mistake('largest-loss', {
      en: 'Epoch 1 has the largest loss. A loss is good when it is small.',
      zh: '第 1 轮的损失最大。损失越小越好。',
    }),
  };
  throw (
    known[Number(answer)] ??
    new Mistake('wrong-epoch', {
      en: `The validation losses are ${history.val_loss.join(', ')}: the least came after epoch 3. Yours: ${String(answer)}.`,
      zh: `验证损失是 ${history.val_loss.join('、')}：最低的在第 3 轮之后。你的答案：${String(answer)}。`,
    })
  );
}
