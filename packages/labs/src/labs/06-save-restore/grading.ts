import { sha256OfWeights } from '@tenlab/checkpoint';
import type { Model } from '@tenlab/layers';
import { ask, near } from '../../exercises/ask';
import { expectModel } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { hints } from './hints';
import { digitsNetwork } from './network';

/** How lab 6's exercise is judged. */
export const exercise: Exercise = {
  lab: 'save-restore',
  steps: [
    { id: 'name', title: { en: 'Name a checkpoint', zh: '给检查点起名' }, hints: hints.name, check: checkName },
    { id: 'newest', title: { en: 'Find the newest', zh: '找到最新的' }, hints: hints.newest, check: checkNewest },
    { id: 'best', title: { en: 'Keep only the best', zh: '只保存最好的' }, hints: hints.best, check: checkBest },
    { id: 'weights', title: { en: 'Hand weights over', zh: '交接权重' }, hints: hints.weights, check: checkWeights },
    { id: 'model', title: { en: 'Copy the whole model', zh: '复制整个模型' }, hints: hints.model, check: checkModel },
  ],
};

async function checkName(work: Work): Promise<void> {
  const name = await ask(work, 'checkpointName', 4);
  if (name === 'cp-0004.ckpt') {
    throw new Mistake('counted-from-zero', {
      en: 'In a callback the fifth epoch has number 4; its checkpoint is `cp-0005.ckpt`.',
      zh: '回调里第五轮的编号是 4；它的检查点是 `cp-0005.ckpt`。',
    });
  }
  if (name === 'cp-5.ckpt') {
    throw new Mistake('not-padded', {
      en: 'Fill up with zeros to four digits, or the names are not in order: `cp-0005.ckpt`.',
      zh: '请补零到四位，否则名字的顺序不对：`cp-0005.ckpt`。',
    });
  }
  if (name !== 'cp-0005.ckpt') {
    throw new Mistake('wrong-name', {
      en: `The name is \`cp-0005.ckpt\`. Yours: ${String(name)}.`,
      zh: `名字应为 \`cp-0005.ckpt\`。你的结果：${String(name)}。`,
    });
  }
}

async function checkNewest(work: Work): Promise<void> {
  const name = await ask(work, 'newest', ['cp-9.ckpt', 'cp-10.ckpt', 'cp-2.ckpt']);
  if (name === 'cp-9.ckpt') {
    throw new Mistake('sorted-as-text', {
      en: 'As texts, 9 comes after 10. Compare the numbers.',
      zh: '按文本比较，9 排在 10 之后。请比较数值。',
    });
  }
  if (name === 'cp-2.ckpt') {
    throw new Mistake('last-not-newest', {
      en: 'That is the last of the list, or the oldest. The newest has the greatest epoch.',
      zh: '这是列表的最后一个，或最旧的。最新的轮次最大。',
    });
  }
  if (name !== 'cp-10.ckpt') {
    throw new Mistake('wrong-newest', {
      en: `The newest is \`cp-10.ckpt\`. Yours: ${String(name)}.`,
      zh: `最新的是 \`cp-10.ckpt\`。你的结果：${String(name)}。`,
    });
  }
}

async function checkBest(work: Work): Promise<void> {
  const given = JSON.stringify(await ask(work, 'savedEpochs', [0.9, 0.5, 0.7, 0.6, 0.5, 0.4]));
  const known: [string, string, string, string][] = [
    [
      '[1,2,4,5,6]',
      'better-than-last',
      'You compare with the epoch before. Compare with the best of all before.',
      '你只与前一轮比较。应与之前最好的比较。',
    ],
    ['[2,6]', 'first-forgotten', 'The first epoch is the best so far: it is saved.', '第一轮是目前最好的：要保存。'],
    ['[1,2,5,6]', 'equal-saved', 'As good as before is not better.', '与之前一样好不算更好。'],
    ['[0,1,5]', 'counted-from-zero', 'Count epochs from 1.', '轮次从 1 数起。'],
  ];
  for (const [wrong, id, en, zh] of known) if (given === wrong) throw new Mistake(id, { en, zh });
  if (given !== '[1,2,6]') {
    throw new Mistake('wrong-epochs', {
      en: `For 0.9, 0.5, 0.7, 0.6, 0.5, 0.4 these are [1,2,6]. Yours: ${given}.`,
      zh: `损失为 0.9、0.5、0.7、0.6、0.5、0.4 时应是 [1,2,6]。你的结果：${given}。`,
    });
  }
}

async function checkWeights(work: Work): Promise<void> {
  const [model, other] = [digitsNetwork(), digitsNetwork()];
  try {
    const [kept, before] = [await sha256OfWeights(model), await sha256OfWeights(other)];
    if (typeof work.copyWeights !== 'function') await ask(work, 'copyWeights');
    // It returns nothing, so it is not asked for an answer.
    await (work.copyWeights as (from: Model, to: Model) => unknown)(model, other);
    const [own, given] = [await sha256OfWeights(model), await sha256OfWeights(other)];
    if (given === before && own === before) {
      throw new Mistake('wrong-way-round', {
        en: 'The weights went from the second model to the first.',
        zh: '权重从第二个模型跑到了第一个。',
      });
    }
    if (given === before) {
      throw new Mistake('nothing-copied', {
        en: 'The other model has its old weights. Is there an `await` before `loadWeights`?',
        zh: '另一个模型还是原来的权重。`loadWeights` 前面有 `await` 吗？',
      });
    }
    if (given !== kept) {
      throw new Mistake('other-weights', {
        en: 'The other model has new weights, but not those of the first.',
        zh: '另一个模型的权重变了，但不是第一个模型的。',
      });
    }
  } finally {
    model.dispose();
    other.dispose();
  }
}

async function checkModel(work: Work): Promise<void> {
  const model = digitsNetwork();
  // Trained for a step, so that its optimizer has something to keep as well.
  await model.fit({ data: new Float32Array(784).fill(0.5), shape: [1, 784] }, Uint8Array.of(3), {
    epochs: 1,
    verbose: 0,
  });
  const copy = expectModel(await ask(work, 'copyModel', model));
  try {
    if (copy === (model as Model)) {
      throw new Mistake('same-model', {
        en: 'That is the model itself: what is trained there is trained here.',
        zh: '这就是原来的模型：在那里训练也就是在这里训练。',
      });
    }
    // By their numbers: a model made from a file may call its weights by other paths.
    const [kept, given] = await Promise.all([model as Model, copy].map(valuesOf));
    if (kept!.length !== given!.length || !kept!.every((values, index) => near(values, given![index]!, 0))) {
      throw new Mistake('weights-lost', {
        en: 'The copy has other weights. A configuration alone builds a new model; the file has both.',
        zh: '副本的权重不同。只有配置会建立一个新模型；文件里两者都有。',
      });
    }
  } finally {
    if (copy !== (model as Model)) copy.dispose();
    model.dispose();
  }
}

/** The numbers of each weight. */
async function valuesOf({ weights }: Model): Promise<ArrayLike<number>[]> {
  return Promise.all(weights.map(async ({ value }) => value.data()));
}
